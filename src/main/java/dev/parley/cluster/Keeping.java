package dev.parley.cluster;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps a connection up, on a thread of its own, until it is stopped. */
final class Keeping {
  /** A connection. */
  interface Attempt {
    /** Connects and stays connected; returns when it is over, false where it did not even begin. */
    boolean run() throws InterruptedException;
  }

  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final Attempt attempt;
  private final ThreadFactory threads;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Thread thread;

  /**
   * Not started yet.
   *
   * @param attempt tried again and again, after {@link Waits}
   */
  Keeping(Attempt attempt, ThreadFactory threads) {
    this.attempt = attempt;
    this.threads = threads;
  }

  synchronized void start() {
    Thread started = threads.newThread(this::keep);
    thread = started;
    started.start();
  }

  /** Whether it was not stopped. */
  boolean goesOn() {
    return stopped.getCount() > 0;
  }

  /** No attempt begins any more. */
  void end() {
    stopped.countDown();
  }

  /** Ends it, and gives the thread some seconds to end. */
  synchronized void stop() {
    end();
    try {
      if (thread != null) {
        thread.join(FAREWELL.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    try {
      int tries = 0;
      do {
        tries = attempt.run() ? 0 : tries + 1;
      } while (!stopped.await(Waits.after(tries).toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server ends
    }
  }
}
