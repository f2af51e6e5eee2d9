package dev.parley.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** The tries of one key: those that counted, by time, and those of which it is not known yet. */
final class Tries {
  /** How long a try waits for the ones before it: a few times what the slowest one takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final int most;
  private final Duration window;
  private final Deque<Instant> spent = new ArrayDeque<>();
  private int open;

  Tries(int most, Duration window) {
    this.most = most;
    this.window = window;
  }

  synchronized void check(Instant now) {
    while (!spent.isEmpty() && !spent.getFirst().plus(window).isAfter(now)) {
      spent.removeFirst();
    }
    if (spent.size() >= most) {
      throw new TooManyRequestsException(Duration.between(now, spent.getFirst().plus(window)));
    }
  }

  synchronized void begin(Clock clock) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    check(clock.instant());
    while (spent.size() + open >= most) {
      await(deadline - System.nanoTime());
      check(clock.instant());
    }
    open++;
  }

  synchronized void spent(Instant now) {
    spent.addLast(now);
    givenBack();
  }

  synchronized void givenBack() {
    open--;
    notifyAll();
  }

  private void await(long nanos) {
    if (nanos <= 0) {
      throw new UnavailableException(PATIENCE);
    }
    try {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException(PATIENCE);
    }
  }
}
