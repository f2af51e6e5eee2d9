package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes true after a while. */
public final class Await {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Await() {}

  /** Looks again and again; what does not come true in time fails the test. */
  public static void until(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s within %s", what, patience).isLessThan(end);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
