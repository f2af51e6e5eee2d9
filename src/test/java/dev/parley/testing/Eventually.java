package dev.parley.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes about by itself. */
public final class Eventually {
  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private Eventually() {}

  /** Returns as soon as it holds; a test fails where it does not in time. */
  public static void holds(String what, Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not after " + patience + ": " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
