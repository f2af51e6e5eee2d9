package dev.parley.realtime;

import dev.parley.message.RoomWaiters;
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
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Asks the database, on a thread of its own, where the rooms and people stand who are served here.
 * So whatever was committed and not told, by this node or another one, is told a moment later. Who
 * is here is looked at on a thread beside it: where thousands return at once, it takes a while.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RegularLook {
  static final Duration EVERY = Duration.ofMillis(400);
  private static final Duration TICK = Duration.ofMillis(200);

  @Resource ManagedThreadFactory threads;
  @Inject Clockwork clockwork;
  @Inject RoomFeeds rooms;
  @Inject PersonalFeeds people;
  @Inject PresenceNews presence;
  @Inject RoomWaiters waiters;

  private final CountDownLatch stopped = new CountDownLatch(1);

  @PostConstruct
  void start() {
    clockwork.repeat(() -> rooms.node().tick(Monotonic.millis()), TICK);
    startLooking(this::look);
    startLooking(() -> presence.look(Monotonic.millis()));
  }

  @PreDestroy
  void stop() {
    stopped.countDown();
    presence.end();
  }

  private void startLooking(Runnable look) {
    threads.newThread(new Lookout(look, EVERY, stopped)).start();
  }

  private void look() {
    long began = Monotonic.millis();
    people.look(); // first those who are out, then what they must not hear any more
    rooms.look();
    waiters.look();
    rooms.node().asked(began);
    rooms.wake();
  }
}
