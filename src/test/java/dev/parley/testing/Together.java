package dev.parley.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does the same at the same time on several threads. */
public final class Together {
  private Together() {}

  /** Runs the work with 0, 1, 2, … on as many threads, and returns what came of each. */
  public static <T> List<T> run(int threads, IntFunction<T> work) {
    var start = new CountDownLatch(1);
    var executor = Executors.newFixedThreadPool(threads);
    try {
      var futures = new ArrayList<Future<T>>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        futures.add(
            executor.submit(
                () -> {
                  start.await();
                  return work.apply(number);
                }));
      }
      start.countDown();
      return futures.stream().map(Together::result).toList();
    } finally {
      executor.shutdownNow();
    }
  }

  /** Waits for what comes of one; its failure is the test's. */
  public static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
