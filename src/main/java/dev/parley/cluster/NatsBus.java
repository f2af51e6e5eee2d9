package dev.parley.cluster;

import dev.parley.platform.ClusterSettings;
import io.nats.client.AuthenticationException;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Nodes tell each other by NATS: what is of a room alone on a subject of the room's, which a node
 * subscribes to while it follows the room; everything else on one subject for all. Once connected,
 * the client connects anew by itself; where it gives up, for example because it is refused, this
 * begins again.
 */
final class NatsBus implements ClusterBus {
  private final Options options;
  private final NatsThreads threads;
  private final HintText text;
  private final NatsSubjects subjects;
  private final NatsTroubles troubles = new NatsTroubles(this::mayHaveMissed);
  private final Keeping keeping;

  private Runnable missed = () -> {};
  private Reachability reachability = new Reachability("", missed);
  private volatile CountDownLatch ended = new CountDownLatch(1); // the connection, for good
  private volatile @Nullable Connection connection;

  /**
   * A bus that is not open yet.
   *
   * @param prefix begins all subjects, so that two Parleys do not hear each other
   * @throws dev.parley.platform.BadConfigurationException where a file is not what it should be
   */
  NatsBus(ClusterSettings settings, String prefix, HintText text, ThreadFactory factory) {
    this.threads = NatsThreads.of(factory);
    this.options =
        NatsOptions.of(settings, threads)
            .connectionListener(this::changed)
            .errorListener(troubles)
            .build();
    this.text = text;
    this.subjects = new NatsSubjects(prefix);
    this.keeping = new Keeping(this::connect, factory);
  }

  @Override
  public void open(Consumer<Hint> heard, Runnable mayHaveMissed) {
    missed = mayHaveMissed;
    reachability = new Reachability("NATS", mayHaveMissed);
    subjects.onMessage(
        message -> text.read(new String(message, StandardCharsets.UTF_8)).forEach(heard));
    keeping.start();
  }

  @Override
  public void send(List<Hint> hints) {
    Connection nats = connection;
    if (nats == null || !isUp()) {
      return;
    }
    hints.stream()
        .collect(Collectors.groupingBy(subjects::of, LinkedHashMap::new, Collectors.toList()))
        .forEach((subject, some) -> text.write(some).forEach(one -> send(nats, subject, one)));
  }

  @Override
  public void follow(long roomId) {
    subjects.follow(roomId);
  }

  @Override
  public void leave(long roomId) {
    subjects.leave(roomId);
  }

  @Override
  public boolean isUp() {
    return reachability.isUp();
  }

  @Override
  public boolean hasOthers() {
    return true;
  }

  @Override
  public void close() {
    keeping.end();
    try {
      Connection now = connection;
      if (now != null) {
        now.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    keeping.stop();
    threads.close();
  }

  private static void send(Connection nats, String subject, String text) {
    nats.publish(subject, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Stays connected until that ends for good; false where it did not even begin. */
  private boolean connect() throws InterruptedException {
    try {
      stay(Nats.connect(options));
      return true;
    } catch (AuthenticationException e) {
      lost("it refuses the credentials");
    } catch (IOException | IllegalStateException e) {
      threads.awaitCallbacks(); // or the reason may come too late
      lost(troubles.reason());
    }
    return false;
  }

  private void stay(Connection opened) throws InterruptedException {
    var end = new CountDownLatch(1);
    ended = end;
    connection = opened;
    if (!keeping.goesOn()) {
      opened.close(); // the one who closes may not have seen it
    }
    if (opened.getStatus() != Connection.Status.CLOSED) {
      subjects.subscribe(opened);
      if (opened.getStatus() == Connection.Status.CONNECTED) {
        reachability.found();
      }
      end.await();
    }
    connection = null;
    lost("the connection was closed");
  }

  /** Told by the client, of one event after the other. */
  private void changed(Connection where, Events event) {
    if (where != connection) {
      return; // one that was given up before it began
    }
    switch (event) {
      case DISCONNECTED -> lost("the connection broke off");
      case RESUBSCRIBED -> reachability.found();
      case CLOSED -> ended.countDown();
      default -> {} // others change nothing for us
    }
  }

  private void lost(String why) {
    if (keeping.goesOn()) {
      reachability.lost(why);
    }
  }

  private void mayHaveMissed() {
    missed.run();
  }
}
