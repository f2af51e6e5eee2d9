package dev.parley.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Some connections that ask as fast as they are answered. */
final class HttpLoad {
  /**
   * What came of it.
   *
   * @param perSecond answers
   * @param p50 ms
   * @param failures answers that were not of the kind 2xx
   */
  record Result(double perSecond, double p50, double p99, long failures, Usage usage) {
    @Override
    public String toString() {
      return "%,9.0f requests/s, p50 %6.1f ms, p99 %7.1f ms, %d failures, %s"
          .formatted(perSecond, p50, p99, failures, usage);
    }
  }

  private HttpLoad() {}

  /**
   * Measures how many requests are answered.
   *
   * @param requests one for each connection
   * @param warm seconds before that
   */
  static Result measure(
      InetSocketAddress server,
      ProcessHandle process,
      List<byte[]> requests,
      double warm,
      double seconds)
      throws IOException {
    try (var loop = new Loop()) {
      var calls = new ArrayList<HttpCall>();
      for (byte[] request : requests) {
        calls.add(new HttpCall(loop, server, request));
      }
      serve(loop, warm);
      var latencies = new Latencies();
      calls.forEach(call -> call.count(latencies));
      var usage = Usage.Begin.now(List.of(process));
      serve(loop, seconds);
      return new Result(
          latencies.count() / seconds,
          latencies.millis(0.5),
          latencies.millis(0.99),
          calls.stream().mapToLong(HttpCall::failures).sum(),
          usage.end());
    }
  }

  private static void serve(Loop loop, double seconds) {
    long end = Loop.micros() + (long) (seconds * 1e6);
    while (Loop.micros() < end) {
      loop.serve(10);
    }
  }
}
