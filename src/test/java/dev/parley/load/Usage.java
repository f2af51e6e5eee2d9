package dev.parley.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who took the processors for a while, in per cent of one.
 *
 * @param servers each with its children, in the order in which they were named
 * @param others processes that are not part of this; much of it, and the numbers mean little
 */
record Usage(List<Long> servers, long generator, long others) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** The beginning of a while. */
  record Begin(
      List<ProcessHandle> servers, long nanos, List<Map<Long, Duration>> used, long generator) {
    static Begin now(List<ProcessHandle> servers) {
      SYSTEM.getCpuLoad(); // counts from the call before
      return new Begin(
          servers,
          System.nanoTime(),
          servers.stream().map(Begin::used).toList(),
          SYSTEM.getProcessCpuTime());
    }

    Usage end() {
      double wall = (System.nanoTime() - nanos) / 100.0;
      List<Double> parts =
          IntStream.range(0, servers.size())
              .mapToObj(i -> since(used.get(i), used(servers.get(i))).toNanos() / wall)
              .toList();
      double own = (SYSTEM.getProcessCpuTime() - generator) / wall;
      double all = SYSTEM.getCpuLoad() * Runtime.getRuntime().availableProcessors() * 100;
      double known = own + parts.stream().mapToDouble(part -> part).sum();
      return new Usage(
          parts.stream().map(Math::round).toList(),
          Math.round(own),
          Math.max(0, Math.round(all - known)));
    }

    /** By process; what a child had used that ended is not told by the system. */
    private static Map<Long, Duration> used(ProcessHandle server) {
      return Stream.concat(Stream.of(server), server.children())
          .collect(
              Collectors.toMap(
                  ProcessHandle::pid,
                  process -> process.info().totalCpuDuration().orElse(Duration.ZERO)));
    }
  }

  /** What was used between two looks; a child that was not there before has used all of its. */
  static Duration since(Map<Long, Duration> before, Map<Long, Duration> now) {
    return now.entrySet().stream()
        .map(e -> e.getValue().minus(before.getOrDefault(e.getKey(), Duration.ZERO)))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** What several whiles of one length had on the average; there is at least one. */
  static Usage mean(List<Usage> parts) {
    List<Long> servers =
        IntStream.range(0, parts.get(0).servers().size())
            .mapToObj(i -> mean(parts, part -> part.servers().get(i)))
            .toList();
    return new Usage(servers, mean(parts, Usage::generator), mean(parts, Usage::others));
  }

  /** All servers together. */
  long server() {
    return servers.stream().mapToLong(part -> part).sum();
  }

  private static long mean(List<Usage> parts, ToLongFunction<Usage> of) {
    return Math.round(parts.stream().mapToLong(of).average().orElseThrow());
  }

  @Override
  public String toString() {
    return "CPU: server %s %%, generator %d %%, others %d %%"
        .formatted(
            servers.stream().map(String::valueOf).collect(Collectors.joining(" + ")),
            generator,
            others);
  }
}
