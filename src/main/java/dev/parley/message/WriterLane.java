package dev.parley.message;

import dev.parley.platform.Problems;
import dev.parley.platform.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Writes what waits, one transaction at a time: a single message at once when it is quiet, up to
 * {@value #MAX_BATCH} together under load. Where other nodes write too, a transaction is of one
 * room alone: one that holds many rooms keeps the other nodes from all of them.
 */
final class WriterLane {
  static final int MAX_WAITING = 2_000;
  static final int MAX_BATCH = 200;
  private static final Duration FULL = Duration.ofMillis(500);

  private record Waiting(Draft draft, CompletableFuture<Outcome> reply) {}

  private final MessageService messages;
  private final Executor executor;
  private final boolean roomByRoom;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MAX_WAITING);
  private final AtomicBoolean busy = new AtomicBoolean();

  /**
   * A lane in which nothing waits.
   *
   * @param roomByRoom whether a transaction is of one room alone
   */
  WriterLane(MessageService messages, Executor executor, boolean roomByRoom) {
    this.messages = messages;
    this.executor = executor;
    this.roomByRoom = roomByRoom;
  }

  CompletableFuture<Outcome> submit(Draft draft) {
    var waiting = new Waiting(draft, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      throw new UnavailableException(FULL);
    }
    wake();
    return waiting.reply();
  }

  private void wake() {
    if (!queue.isEmpty() && busy.compareAndSet(false, true)) {
      executor.execute(this::writeAll);
    }
  }

  private void writeAll() {
    try {
      var batch = new ArrayList<Waiting>();
      while (queue.drainTo(batch, MAX_BATCH) > 0) {
        Collection<List<Waiting>> together = roomByRoom ? byRoom(batch) : List.of(batch);
        together.forEach(this::write);
        batch.clear();
      }
    } finally {
      busy.set(false);
      wake(); // for what came between the last look and this line
    }
  }

  private void write(List<Waiting> batch) {
    try {
      List<Outcome> outcomes = messages.postAll(batch.stream().map(Waiting::draft).toList());
      for (int i = 0; i < outcomes.size(); i++) {
        batch.get(i).reply().complete(outcomes.get(i));
      }
    } catch (RuntimeException e) {
      writeAgain(batch, e);
    }
  }

  /**
   * A batch that failed as a whole stored nothing. Where the database is busy or away, trying again
   * right now would only make the others wait: a room whose lock was not to be had goes without the
   * others, and what fails then is unknown to its sender. Otherwise one of the messages is to
   * blame, and found out.
   */
  private void writeAgain(List<Waiting> batch, RuntimeException failure) {
    Collection<List<Waiting>> parts =
        Problems.mayGoThroughLater(failure) ? byRoom(batch) : batch.stream().map(List::of).toList();
    if (parts.size() > 1) {
      parts.forEach(this::write);
    } else {
      batch.forEach(waiting -> waiting.reply().completeExceptionally(failure));
    }
  }

  private static Collection<List<Waiting>> byRoom(List<Waiting> batch) {
    return batch.stream()
        .collect(
            Collectors.groupingBy(
                waiting -> waiting.draft().roomId(), LinkedHashMap::new, Collectors.toList()))
        .values();
  }
}
