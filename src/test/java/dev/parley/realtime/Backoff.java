package dev.parley.realtime;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a client waits before it tries again, as the protocol says: with full jitter. */
final class Backoff {
  private static final long LEAST_MS = 500;
  private static final long MOST_MS = 30_000;
  private static final int DOUBLINGS = 6; // beyond the most

  private int tries;

  /** The next wait, which is no shorter than the server asked for. */
  Duration next(long atLeastMs) {
    tries = Math.min(tries + 1, DOUBLINGS);
    long ceiling = Math.min(MOST_MS, LEAST_MS << tries);
    return Duration.ofMillis(
        Math.max(atLeastMs, ThreadLocalRandom.current().nextLong(LEAST_MS, ceiling)));
  }

  /** Begins anew, after it went well. */
  void reset() {
    tries = 0;
  }
}
