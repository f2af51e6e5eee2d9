package dev.parley.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/**
 * Who took the processors for a while, in per cent of one.
 *
 * @param others processes that are not part of this; much of it, and the numbers mean little
 */
record Usage(long server, long generator, long others) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** The beginning of a while. */
  record Begin(ProcessHandle server, long nanos, Duration used, long generatorNanos) {
    static Begin now(ProcessHandle server) {
      SYSTEM.getCpuLoad(); // counts from the call before
      return new Begin(server, System.nanoTime(), used(server), SYSTEM.getProcessCpuTime());
    }

    Usage end() {
      double wall = (System.nanoTime() - nanos) / 100.0;
      double serverPart = used(server).minus(used).toNanos() / wall;
      double own = (SYSTEM.getProcessCpuTime() - generatorNanos) / wall;
      double all = SYSTEM.getCpuLoad() * Runtime.getRuntime().availableProcessors() * 100;
      return new Usage(
          Math.round(serverPart), Math.round(own), Math.max(0, Math.round(all - serverPart - own)));
    }

    private static Duration used(ProcessHandle process) {
      Optional<Duration> used = process.info().totalCpuDuration();
      return used.orElse(Duration.ZERO);
    }
  }

  @Override
  public String toString() {
    return "CPU: server %d %%, generator %d %%, others %d %%".formatted(server, generator, others);
  }
}
