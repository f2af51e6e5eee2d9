package dev.parley.realtime;

import dev.parley.platform.Workers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Starts things on time, on a thread of its own that waits for nothing else: the server's scheduler
 * may have a single thread, which others keep while they ask the database. Thread-safe.
 */
@ApplicationScoped
public class Clockwork implements Later {
  private static final int WORKERS = 8; // they may wait for the database

  @Resource ManagedThreadFactory threads;

  private ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(0);
  private ExecutorService workers = timer;

  @PostConstruct
  void start() {
    timer = new ScheduledThreadPoolExecutor(1, threads);
    workers = Workers.of(WORKERS, threads);
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
    workers.shutdown();
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a task tells of its failures itself
  public void run(Runnable task, long nanos) {
    if (nanos > 0) {
      timer.schedule(() -> workers.execute(task), nanos, TimeUnit.NANOSECONDS);
    } else {
      workers.execute(task);
    }
  }

  /** Runs something short, on the clock's own thread, again and again. */
  @SuppressWarnings("FutureReturnValueIgnored")
  void repeat(Runnable tick, Duration every) {
    timer.scheduleAtFixedRate(tick, 0, every.toNanos(), TimeUnit.NANOSECONDS);
  }
}
