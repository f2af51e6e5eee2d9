package dev.parley.load;

/** How long messages took, from when they were due. Not thread-safe. */
final class Times {
  private final Latencies all = new Latencies();
  private final Latencies near = new Latencies();
  private final Latencies far = new Latencies();
  private final Latencies acknowledged = new Latencies();
  private final Latencies between = new Latencies();

  /**
   * Someone has a message.
   *
   * @param elsewhere whether at another node than the writer's
   */
  void heard(long micros, boolean elsewhere) {
    all.add(micros);
    (elsewhere ? far : near).add(micros);
  }

  /** The writer is told that it is stored. */
  void acknowledged(long micros) {
    acknowledged.add(micros);
  }

  /** Someone at another node has it, so long after its writer was told. */
  void crossed(long micros) {
    between.add(micros);
  }

  /** Until anyone has it. */
  Latencies all() {
    return all;
  }

  /** Until someone at the writer's node has it. */
  Latencies near() {
    return near;
  }

  /** Until someone at another node has it. */
  Latencies far() {
    return far;
  }

  /** Until its writer is told. */
  Latencies acknowledged() {
    return acknowledged;
  }

  /** From when its writer was told until someone at another node has it. */
  Latencies between() {
    return between;
  }
}
