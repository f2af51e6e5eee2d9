package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.ClusterSettings;
import dev.parley.platform.ClusterSettings.Driver;
import io.nats.client.Connection;
import io.nats.client.Nats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NatsBusIT extends BusContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final NatsServer server = NatsServer.start();
  private String prefix = "ours";

  @AfterEach
  void stop() {
    closeAll();
    server.close();
  }

  @Test
  void anotherParleyOnTheSameServerIsNotHeard() {
    Node a = node("a");
    Node b = node("b");
    prefix = "theirs";
    Node other = node("other");
    other.tell(new Hint.Room(ROOM, 66));
    other.tell(new Hint.Person(5, 66));
    b.awaitHintOf(a, new Hint.Room(ROOM, 1));
    b.awaitHintOf(a, new Hint.Person(5, 1));
    assertThat(b.heard()).containsOnly(new Hint.Room(ROOM, 1), new Hint.Person(5, 1));
    assertThat(other.heard()).isEmpty();
  }

  @Test
  void whoCannotKeepUpIsToldThatItMayHaveMissedSomething() {
    Node slow = node("slow");
    int before = slow.missed();
    var goesOn = new CountDownLatch(1);
    slow.onHearing(hint -> await(goesOn));
    try {
      say(
          IntStream.rangeClosed(1, 3 * Gathering.MOST)
              .mapToObj(rev -> "parley1 else r17:0:" + rev)
              .toList());
      slow.awaitMissed(before + 1);
    } finally {
      goesOn.countDown();
    }
    slow.awaitHintOf(node("a"), new Hint.Room(ROOM, 100_000));
  }

  @Override
  ClusterBus bus(HintText text, ThreadFactory threads) {
    var settings =
        new ClusterSettings(
            Driver.NATS,
            List.of(server.url()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new NatsBus(settings, prefix, text, threads);
  }

  @Override
  void kill() {
    server.kill();
  }

  @Override
  void start() {
    server.startAgain();
  }

  @Override
  void hang() {
    server.signal("STOP");
  }

  @Override
  void goOn() {
    server.signal("CONT");
  }

  @Override
  void say(String text) {
    say(List.of(text));
  }

  @Override
  int connections() {
    return server.connections();
  }

  private void say(List<String> texts) {
    try {
      Connection other = Nats.connect(server.url());
      for (String text : texts) {
        other.publish("ours.room." + ROOM, text.getBytes(StandardCharsets.UTF_8));
      }
      other.flush(PATIENCE);
      other.close();
    } catch (IOException | InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
