package dev.parley.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Measurements of one crowd at one rate with pauses in between, told as one. Not thread-safe. */
final class Stretch {
  private final Times times = new Times();
  private final List<Measured> parts = new ArrayList<>();

  /** Measures for a while more; the times that are returned are those of the whole stretch. */
  Measured measure(Crowd crowd, double rate, double seconds) {
    Measured part = crowd.measure(rate, seconds, times);
    parts.add(part);
    return part;
  }

  /** All of it; there is at least one part. */
  Measured whole() {
    Measured last = parts.get(parts.size() - 1);
    return new Measured(
        last.rate(),
        last.receivers(),
        last.p50(),
        last.p99(),
        sum(Measured::lost),
        sum(Measured::doubled),
        sum(Measured::late),
        sum(Measured::disordered),
        sum(Measured::closed),
        Usage.mean(parts.stream().map(Measured::usage).toList()));
  }

  private long sum(ToLongFunction<Measured> of) {
    return parts.stream().mapToLong(of).sum();
  }
}
