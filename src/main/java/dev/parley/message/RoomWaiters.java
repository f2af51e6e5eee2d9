package dev.parley.message;

import dev.parley.room.RoomAdvanced;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Those who wait over HTTP for a room to change. Thread-safe. */
@ApplicationScoped
public class RoomWaiters {
  @Resource ManagedExecutorService executor;

  private final Map<Long, Set<Waiter>> byRoom = new ConcurrentHashMap<>();

  /** One who waits, told from others by being another. */
  private static final class Waiter {
    private final CompletableFuture<Void> change;

    Waiter(CompletableFuture<Void> change) {
      this.change = change;
    }
  }

  /**
   * Waits until a room changes or the time is over, whichever is first. Look at the room after
   * this: what was committed before is not waited for.
   */
  CompletableFuture<Void> next(long roomId, Duration most) {
    var waiter = new Waiter(new CompletableFuture<>());
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
        .whenCompleteAsync((nothing, failure) -> forget(roomId, waiter), executor);
  }

  void advanced(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomAdvanced advance) {
    byRoom.getOrDefault(advance.roomId(), Set.of()).forEach(waiter -> waiter.change.complete(null));
  }

  private void forget(long roomId, Waiter waiter) {
    byRoom.computeIfPresent(
        roomId,
        (id, waiting) -> {
          waiting.remove(waiter);
          return waiting.isEmpty() ? null : waiting;
        });
  }
}
