package dev.parley.realtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Keeps sockets alive and closes those that are dead, stuck or no longer signed in. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class Heartbeat {
  static final Duration PING_EVERY = Duration.ofSeconds(25);
  static final Duration SILENT_FOR = Duration.ofSeconds(70);
  static final Duration HELLO_WITHIN = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  /** Slow readers that one look cuts: what they leave behind is not to hold up those who read. */
  static final int CUT_AT_ONCE = 25;

  @Resource ManagedThreadFactory threads;
  @Inject Connections connections;
  @Inject RoomFeeds feeds;
  @Inject Clock clock;

  private final CountDownLatch stopped = new CountDownLatch(1);

  @PostConstruct
  void start() {
    threads.newThread(new Lookout(this::look, LOOK_EVERY, stopped)).start();
  }

  @PreDestroy
  void stop() {
    stopped.countDown();
  }

  private void look() {
    long now = Monotonic.millis();
    Instant time = clock.instant();
    int slow = 0;
    for (Connection connection : connections.all()) {
      Optional<Closing> end = end(connection, now, time);
      if (end.isEmpty()) {
        pingIfQuiet(connection, now);
      } else if (end.get() != Closing.TOO_SLOW || ++slow <= CUT_AT_ONCE) {
        connection.close(end.get());
      }
    }
    feeds.sweep();
  }

  /** Why a connection has to end now; empty where it may go on. */
  private static Optional<Closing> end(Connection connection, long now, Instant time) {
    if (connection.isExpired(time)) {
      return Optional.of(Closing.NOT_SIGNED_IN);
    }
    if (!connection.isGreeted()) {
      return connection.pulse().openFor(now) > HELLO_WITHIN.toMillis()
          ? Optional.of(Closing.NO_HELLO)
          : Optional.empty();
    }
    return connection.isStuck(now) || connection.pulse().silentFor(now) > SILENT_FOR.toMillis()
        ? Optional.of(Closing.TOO_SLOW)
        : Optional.empty();
  }

  private static void pingIfQuiet(Connection connection, long now) {
    if (connection.isGreeted() && connection.quietFor(now) > PING_EVERY.toMillis()) {
      connection.ping(now);
    }
  }
}
