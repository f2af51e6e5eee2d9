package dev.parley.load;

/**
 * What one member has heard of each writer of the room since the last count: what was new, doubled,
 * or came after a later one. Not thread-safe.
 */
final class Heard {
  private final int[] newest; // by writer
  private final long[] before; // by writer: bit n is set when the newest - n was heard
  private int fresh;
  private int doubled;
  private int late;
  private long order;

  Heard(int writers) {
    newest = new int[writers];
    before = new long[writers];
  }

  /**
   * Takes note of a writer's message.
   *
   * @param number 1 for a writer's first, 2 for the next
   */
  void hear(int writer, int number) {
    int ahead = number - newest[writer];
    if (ahead > 0) {
      before[writer] = ahead > 63 ? 1 : before[writer] << ahead | 1;
      newest[writer] = number;
      fresh++;
    } else if (ahead < -63 || (before[writer] >> -ahead & 1) == 1) {
      doubled++;
    } else {
      before[writer] |= 1L << -ahead;
      fresh++;
      late++;
    }
    order = order * 31 + writer * 1_000_003L + number;
  }

  int fresh() {
    return fresh;
  }

  int doubled() {
    return doubled;
  }

  int late() {
    return late;
  }

  /** The same for two who heard the same in the same order. */
  long order() {
    return order;
  }

  /** Begins to count anew; who wrote what is remembered. */
  void clear() {
    fresh = 0;
    doubled = 0;
    late = 0;
    order = 0;
  }
}
