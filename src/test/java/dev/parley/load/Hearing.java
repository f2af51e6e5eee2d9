package dev.parley.load;

/** When the messages of one measurement were heard, by everyone. Not thread-safe. */
final class Hearing {
  private final long begin;
  private final long warm;
  private final Latencies latencies;
  private long heard;

  /**
   * A measurement.
   *
   * @param begin µs; what was due before belongs to an earlier one
   * @param warm µs; what was due before is heard and not timed
   * @param latencies the times go there
   */
  Hearing(long begin, long warm, Latencies latencies) {
    this.begin = begin;
    this.warm = warm;
    this.latencies = latencies;
  }

  /** Of no messages at all. */
  static Hearing deaf() {
    return new Hearing(Long.MAX_VALUE, Long.MAX_VALUE, new Latencies());
  }

  /** Notes that a message is heard now; tells whether it belongs here. */
  boolean note(long due) {
    if (due < begin) {
      return false;
    }
    heard++;
    if (due >= warm) {
      latencies.add(Loop.micros() - due);
    }
    return true;
  }

  long heard() {
    return heard;
  }

  Latencies latencies() {
    return latencies;
  }
}
