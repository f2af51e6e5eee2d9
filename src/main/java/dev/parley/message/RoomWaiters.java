package dev.parley.message;

import dev.parley.cluster.Cluster;
import dev.parley.cluster.Heard;
import dev.parley.cluster.Hint;
import dev.parley.platform.FixedLists;
import dev.parley.platform.Settings;
import dev.parley.platform.TooManyRequestsException;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomQueries;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Those who wait over HTTP for a room to change. Thread-safe. */
@ApplicationScoped
public class RoomWaiters {
  private static final Duration FULL = Duration.ofSeconds(1);

  @Resource ManagedExecutorService executor;
  @Inject Settings settings;
  @Inject RoomQueries rooms;
  @Inject Cluster cluster;

  private final Map<Long, Set<Waiter>> byRoom = new ConcurrentHashMap<>();
  private final Map<Long, Integer> ofUser = new ConcurrentHashMap<>();

  /** One who waits, told from others by being another. */
  private static final class Waiter {
    private final long rev;
    private final CompletableFuture<Void> change = new CompletableFuture<>();

    Waiter(long rev) {
      this.rev = rev;
    }
  }

  /**
   * Waits until a room goes beyond a rev or the time is over, whichever is first. Look at the room
   * after this: what was committed before is not waited for.
   *
   * @throws TooManyRequestsException if the user waits as often already as they may have sockets
   */
  CompletableFuture<Void> next(long userId, long roomId, long rev, Duration most) {
    ofUser.merge(userId, 1, (waiting, one) -> oneMore(waiting));
    var waiter = new Waiter(rev);
    cluster.follow(roomId);
    byRoom.compute(
        roomId,
        (id, waiting) -> {
          Set<Waiter> some = waiting == null ? ConcurrentHashMap.newKeySet() : waiting;
          some.add(waiter);
          return some;
        });
    return waiter
        .change
        .completeOnTimeout(null, most.toMillis(), TimeUnit.MILLISECONDS)
        .whenCompleteAsync((nothing, failure) -> forget(userId, roomId, waiter), executor);
  }

  private int oneMore(int waiting) {
    int most = settings.limits().connectionsPerUser();
    if (most > 0 && waiting >= most) {
      throw new TooManyRequestsException(FULL);
    }
    return waiting + 1;
  }

  void advanced(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomAdvanced advance) {
    wake(advance.roomId(), advance.upTo());
  }

  void heard(@Observes Heard heard) {
    if (heard.hint() instanceof Hint.Room room) {
      wake(room.roomId(), room.rev());
    }
  }

  /** Asks where the rooms stand that someone waits for: another node may have changed them. */
  public void look() {
    for (List<Long> some : FixedLists.of(byRoom.keySet())) {
      rooms.lastRevs(some).forEach(this::wake);
    }
  }

  private void wake(long roomId, long rev) {
    byRoom.getOrDefault(roomId, Set.of()).stream()
        .filter(waiter -> waiter.rev < rev)
        .forEach(waiter -> waiter.change.complete(null));
  }

  private void forget(long userId, long roomId, Waiter waiter) {
    cluster.leave(roomId);
    ofUser.computeIfPresent(userId, (id, waiting) -> waiting == 1 ? null : waiting - 1);
    byRoom.computeIfPresent(
        roomId,
        (id, waiting) -> {
          waiting.remove(waiter);
          return waiting.isEmpty() ? null : waiting;
        });
  }
}
