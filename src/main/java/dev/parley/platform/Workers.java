package dev.parley.platform;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for many short tasks, made by the server and kept here. Payara's own executor notes the
 * context of whoever hands it a task, for which it looks through every jar: 40 us a task, more than
 * the task itself.
 */
public final class Workers {
  private static final long IDLE_SECONDS = 10;

  private Workers() {}

  /**
   * At most so many threads, which end when there is nothing to do; tasks wait where all are at
   * work. Whoever makes it shuts it down.
   *
   * @param threads the server's, so that its services may be used on them
   */
  public static ExecutorService of(int most, ThreadFactory threads) {
    var workers =
        new ThreadPoolExecutor(
            most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }
}
