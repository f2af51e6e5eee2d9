package dev.parley.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Processes that take a part of a processor each and have nothing to do with Parley: a control for
 * what nodes are slowed by sharing a machine's processors. It is a rough one, for they neither
 * compile nor collect, nor use the database.
 */
final class OtherWork implements AutoCloseable {
  private static final long PIECE_NANOS = 200_000; // short and many, as a server works

  private final List<Process> processes;

  private OtherWork(List<Process> processes) {
    this.processes = processes;
  }

  /**
   * Starts one process for each share.
   *
   * @param shares in per cent of one processor, from 1 to 90
   */
  static OtherWork start(List<Integer> shares) {
    return new OtherWork(shares.stream().map(OtherWork::start).toList());
  }

  private static Process start(int share) {
    String java = ProcessHandle.current().info().command().orElse("java");
    var command =
        new ProcessBuilder(
            java,
            "-Xmx16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            OtherWork.class.getName(),
            Integer.toString(share));
    try {
      return command.inheritIO().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether all of them still work. */
  boolean goesOn() {
    return processes.stream().allMatch(Process::isAlive);
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }

  /** Works in pieces that come at random, as messages do, until it is killed. */
  public static void main(String[] args) throws InterruptedException {
    double pause = PIECE_NANOS * 100.0 / Integer.parseInt(args[0]);
    var random = new Random(1);
    double due = System.nanoTime();
    while (true) {
      due -= pause * Math.log(1 - random.nextDouble());
      long early = (long) due - System.nanoTime();
      if (early > 0) {
        TimeUnit.NANOSECONDS.sleep(early);
      }
      work();
    }
  }

  private static void work() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    while (threads.getCurrentThreadCpuTime() - begin < PIECE_NANOS) {
      Thread.onSpinWait();
    }
  }
}
