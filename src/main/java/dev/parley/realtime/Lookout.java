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
      tell(failing ? Level.DEBUG : Level.WARNING, e);
      failing = true;
    }
  }

  /** That the database is away is no riddle to be solved. */
  private static void tell(Level level, RuntimeException failure) {
    String missed = "The next look sees what this one missed";
    if (Problems.mayGoThroughLater(failure)) {
      LOG.log(level, missed + ": the database is busy or away.");
    } else {
      LOG.log(level, missed + ".", failure);
    }
  }
}
