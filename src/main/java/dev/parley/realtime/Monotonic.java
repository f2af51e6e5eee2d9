package dev.parley.realtime;

import java.util.concurrent.TimeUnit;

/** Time that only moves forward, for measuring how long something has taken. */
final class Monotonic {
  private Monotonic() {}

  /** Milliseconds since some moment. */
  static long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
