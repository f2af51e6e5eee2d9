package dev.parley.realtime;

import dev.parley.platform.Problems;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks again and again on a thread of its own, and goes on after a look that failed. */
final class Lookout implements Runnable {
  private static final Logger LOG = System.getLogger(Lookout.class.getName());

  private final Runnable look;
  private final Duration every;
  private final CountDownLatch stopped;
  private boolean failing;

  /**
   * Looks until {@code stopped} is down.
   *
   * @param every the rest between two looks
   */
  Lookout(Runnable look, Duration every, CountDownLatch stopped) {
    this.look = look;
    this.every = every;
    this.stopped = stopped;
  }

  @Override
  public void run() {
    try {
      while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        lookOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server ends
    }
  }

  private void lookOnce() {
    try {
      look.run();
      failing = false;
    } catch (RuntimeException e) {
      Level level = failing ? Level.DEBUG : Level.WARNING;
      Problems.log(LOG, level, "The next look sees what this one missed.", e);
      failing = true;
    }
  }
}
