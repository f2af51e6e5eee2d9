package dev.parley.cluster;

import dev.parley.platform.Workers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of the NATS client, made by the server and kept here.
 *
 * @param work reads, writes, hands on and connects, each of which keeps a thread
 * @param callbacks one thread, so that events come in order
 * @param clock pings
 */
record NatsThreads(ExecutorService work, ExecutorService callbacks, ScheduledExecutorService clock)
    implements AutoCloseable {
  /** It keeps five at most for a while, and one more for each address that a name has. */
  private static final int WORK = 16;

  static NatsThreads of(ThreadFactory threads) {
    return new NatsThreads(
        Workers.of(WORK, threads),
        Workers.of(1, threads),
        new ScheduledThreadPoolExecutor(1, threads));
  }

  /** Waits until what the client has said so far is heard. */
  void awaitCallbacks() throws InterruptedException {
    var heard = new CountDownLatch(1);
    callbacks.execute(heard::countDown);
    heard.await();
  }

  @Override
  public void close() {
    work.shutdownNow();
    callbacks.shutdown(); // what is said of the end is still heard
    clock.shutdownNow();
  }
}
