package dev.parley.user;

import dev.parley.platform.UnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where everything that hashes a password runs: on so few threads that a crowd at the door leaves
 * the server's time and its request threads to those inside.
 */
@ApplicationScoped
public class PasswordLane {
  /** What may wait: at some twenty a second and core, as long as a person does. */
  private static final int MAX_WAITING = 500;

  /** How long someone waits for a turn; nobody reads the answer that comes later. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration BUSY = Duration.ofSeconds(5);

  @Resource ManagedThreadFactory threads;
  private ExecutorService lane;

  @PostConstruct
  void open() {
    int width =
        Math.max(1, Runtime.getRuntime().availableProcessors() - 1); // one core for all else
    lane =
        new ThreadPoolExecutor(
            width, width, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), threads);
  }

  @PreDestroy
  void close() {
    lane.shutdownNow();
  }

  /**
   * Runs something in its turn, on another thread than the request's.
   *
   * @throws UnavailableException if too many wait already; the stage ends with one if the turn
   *     comes too late
   */
  public <T> CompletionStage<T> run(Supplier<T> work) {
    try {
      long latest = System.nanoTime() + PATIENCE.toNanos();
      return CompletableFuture.supplyAsync(() -> inTime(work, latest), lane);
    } catch (RejectedExecutionException e) {
      throw new UnavailableException(BUSY);
    }
  }

  private static <T> T inTime(Supplier<T> work, long latest) {
    if (System.nanoTime() - latest > 0) {
      throw new UnavailableException(BUSY);
    }
    return work.get();
  }
}
