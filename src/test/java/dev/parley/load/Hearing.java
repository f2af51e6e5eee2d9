package dev.parley.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** When the messages of one measurement were heard, by everyone. Not thread-safe. */
final class Hearing {
  private final long begin;
  private final long warm;
  private final Times times;
  private final Map<Long, Long> acknowledged = new Newest(); // when, by when it was due
  private long heard;
  private long answered;

  /**
   * A measurement.
   *
   * @param begin µs; what was due before belongs to an earlier one
   * @param warm µs; what was due before is heard and not timed
   * @param times they go there
   */
  Hearing(long begin, long warm, Times times) {
    this.begin = begin;
    this.warm = warm;
    this.times = times;
  }

  /** Of no messages at all. */
  static Hearing deaf() {
    return new Hearing(Long.MAX_VALUE, Long.MAX_VALUE, new Times());
  }

  /**
   * Notes that a message is heard now; tells whether it belongs here.
   *
   * @param far whether it is heard at another node than the writer's
   */
  boolean note(long due, boolean far) {
    if (due < begin) {
      return false;
    }
    heard++;
    if (due >= warm) {
      long now = Loop.micros();
      times.heard(now - due, far);
      Long since = far ? acknowledged.get(due) : null;
      if (since != null) {
        times.crossed(now - since);
      } else if (far && acknowledged.size() < Newest.MOST) {
        times.crossed(0); // it is heard before its writer knows
      }
    }
    return true;
  }

  /** Notes that a message is answered now: it is stored, or refused. */
  void answered(long due, boolean stored) {
    if (due >= begin) {
      answered++;
      if (stored && due >= warm) {
        long now = Loop.micros();
        times.acknowledged(now - due);
        acknowledged.put(due, now);
      }
    }
  }

  /** Whether so many deliveries and answers have come. */
  boolean hasAll(long deliveries, long answers) {
    return heard >= deliveries && answered >= answers;
  }

  Times times() {
    return times;
  }

  /** As many as are under way at the highest rates; older ones are forgotten. */
  private static final class Newest extends LinkedHashMap<Long, Long> {
    static final int MOST = 50_000;
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
      return size() > MOST;
    }
  }
}
