package dev.parley.message;

import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.ServerOptions;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that goes down and comes back while people write. */
class RestartIT {
  private static final int WRITERS = 4;
  private volatile CountDownLatch back = new CountDownLatch(0); // zero while the server is up
  private ParleyServer server;
  private Person ana;
  private long room;

  @BeforeEach
  void start() {
    server = ParleyServer.start(ServerOptions.unlimited());
    ana = new People(server).ana();
    room = ana.makesRoom();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void nothingAcknowledgedIsLostAndNobodyComesBackWhoSignedOut() throws Exception {
    Person bo = new People(server).bo();
    bo.joins(room);
    bo.api().post("/api/logout").expect(204);
    ChatSocket socket = ana.socket();
    JsonNode before = socket.ask("hello", Map.of());
    restartWhileWriting(server::stop);
    socket.awaitGoodBye();
    bo.api().get("/api/chat/rooms").expectProblem(401, "unauthorized");
    assertResumes(before);
    restartWhileWriting(server::kill);
    bo.api().get("/api/chat/rooms").expectProblem(401, "unauthorized");
  }

  /** Writes while the server ends and comes back. */
  private void restartWhileWriting(Runnable end) throws Exception {
    long first = ana.api().get(room(room)).json().path("lastSeq").asLong();
    var going = new AtomicBoolean(true);
    var executor = Executors.newFixedThreadPool(WRITERS);
    var acknowledged = new ArrayList<Future<List<String>>>();
    try {
      for (int i = 0; i < WRITERS; i++) {
        String writer = first + "-" + i;
        acknowledged.add(executor.submit(() -> write(writer, going)));
      }
      awaitMessages(first + 50);
      back = new CountDownLatch(1);
      end.run();
      server.startAgain();
      back.countDown();
      awaitMessages(ana.api().get(room(room)).json().path("lastSeq").asLong() + 50);
    } finally {
      going.set(false);
      executor.shutdown();
    }
    var expected = new HashSet<String>();
    for (var cids : acknowledged) {
      expected.addAll(cids.get());
    }
    List<String> stored =
        ana.history(room, first).stream().map(m -> m.path("cid").asText()).toList();
    assertThat(stored).doesNotHaveDuplicates();
    assertThat(stored).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Posts one message after the other, each until it is acknowledged. */
  private List<String> write(String writer, AtomicBoolean going) {
    var acknowledged = new ArrayList<String>();
    for (int i = 0; going.get(); i++) {
      String cid = writer + "-" + i;
      while (!isStored(cid)) {
        awaitServer(); // then again, with the same cid
      }
      acknowledged.add(cid);
    }
    return acknowledged;
  }

  private void awaitServer() {
    try {
      assertThat(back.await(4, TimeUnit.MINUTES)).as("the server is back").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean isStored(String cid) {
    try {
      return ana.api().post(messages(room), Map.of("text", "t", "cid", cid)).status() < 300;
    } catch (UncheckedIOException | AssertionError down) {
      return false;
    }
  }

  private void awaitMessages(long seq) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (ana.api().get(room(room)).expect(200).json().path("lastSeq").asLong() < seq) {
      assertThat(System.nanoTime()).as("the time for %d messages", seq).isLessThan(end);
    }
  }

  private void assertResumes(JsonNode before) {
    try (ChatSocket again = ana.socket()) {
      long have = before.at("/rooms/0/upTo").asLong();
      JsonNode hello =
          again.ask(
              "hello", Map.of("epoch", before.path("epoch").asText(), "rooms", Map.of(room, have)));
      assertThat(hello.path("epoch")).isEqualTo(before.path("epoch"));
      assertThat(hello.path("gone")).isEmpty();
      assertThat(hello.at("/rooms/0/upTo")).isEqualTo(hello.at("/rooms/0/lastRev"));
    }
  }
}
