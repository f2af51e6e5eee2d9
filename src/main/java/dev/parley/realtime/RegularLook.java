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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks the database, on a thread of its own, where the rooms and people stand who are served here.
 * So whatever was committed and not told, by this node or another one, is told a moment later.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RegularLook {
  static final Duration EVERY = Duration.ofMillis(400);
  private static final Duration TICK = Duration.ofMillis(200);
  private static final Logger LOG = System.getLogger(RegularLook.class.getName());

  @Resource ManagedThreadFactory threads;
  @Inject Clockwork clockwork;
  @Inject RoomFeeds rooms;
  @Inject PersonalFeeds people;
  @Inject PresenceNews presence;

  private final CountDownLatch stopped = new CountDownLatch(1);
  private boolean failing;

  @PostConstruct
  void start() {
    clockwork.repeat(() -> rooms.node().tick(Monotonic.millis()), TICK);
    threads.newThread(this::lookUntilStopped).start();
  }

  @PreDestroy
  void stop() {
    stopped.countDown();
  }

  private void lookUntilStopped() {
    try {
      while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server ends
    }
  }

  private void look() {
    long began = Monotonic.millis();
    try {
      people.look(); // first those who are out, then what they must not hear any more
      rooms.look();
      rooms.node().asked(began);
      rooms.wake();
      presence.look(began);
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(failing ? Level.DEBUG : Level.WARNING, "The next look sees what this one missed.", e);
      failing = true;
    }
  }
}
