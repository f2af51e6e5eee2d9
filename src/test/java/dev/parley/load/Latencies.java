package dev.parley.load;

/** How long things took, in buckets that are at most 1.6 % wide. Not thread-safe. */
final class Latencies {
  private static final int SUB = 64; // buckets for each doubling
  private static final int DOUBLINGS = 27; // up to more than an hour

  private final long[] counts = new long[SUB * DOUBLINGS];
  private long total;

  void add(long micros) {
    counts[bucket(Math.max(0, micros))]++;
    total++;
  }

  long count() {
    return total;
  }

  /** The time in ms below which this part of all lies; 0 where there is nothing. */
  double millis(double part) {
    long wanted = (long) Math.ceil(part * total);
    long seen = 0;
    for (int i = 0; i < counts.length && seen < wanted; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return upperEnd(i) / 1_000.0;
      }
    }
    return 0;
  }

  private static int bucket(long micros) {
    if (micros < SUB) {
      return (int) micros;
    }
    int shift = 63 - Long.numberOfLeadingZeros(micros) - 6; // leaves 64 to 127
    return Math.min(SUB * DOUBLINGS - 1, (shift + 1) * SUB + (int) (micros >> shift) - SUB);
  }

  private static long upperEnd(int bucket) {
    if (bucket < SUB) {
      return bucket + 1L;
    }
    int shift = bucket / SUB - 1;
    return (SUB + bucket % SUB + 1L) << shift;
  }
}
