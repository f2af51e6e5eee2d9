package dev.parley.message;

import dev.parley.platform.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes what waits, one transaction at a time: a single message at once when it is quiet, up to
 * {@value #MAX_BATCH} together under load.
 */
final class WriterLane {
  static final int MAX_WAITING = 2_000;
  static final int MAX_BATCH = 200;
  private static final Duration FULL = Duration.ofMillis(500);

  private record Waiting(Draft draft, CompletableFuture<Outcome> reply) {}

  private final MessageService messages;
  private final Executor executor;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MAX_WAITING);
  private final AtomicBoolean busy = new AtomicBoolean();

  WriterLane(MessageService messages, Executor executor) {
    this.messages = messages;
    this.executor = executor;
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
        write(batch);
        batch.clear();
      }
    } finally {
      busy.set(false);
      wake(); // for what came between the last look and this line
    }
  }

  /** Writes a batch; if it fails as a whole, each message again in a transaction of its own. */
  private void write(List<Waiting> batch) {
    try {
      List<Outcome> outcomes = messages.postAll(batch.stream().map(Waiting::draft).toList());
      for (int i = 0; i < outcomes.size(); i++) {
        batch.get(i).reply().complete(outcomes.get(i));
      }
    } catch (RuntimeException e) {
      if (batch.size() == 1) {
        batch.get(0).reply().completeExceptionally(e);
      } else {
        batch.forEach(waiting -> write(List.of(waiting)));
      }
    }
  }
}
