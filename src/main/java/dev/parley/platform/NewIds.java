package dev.parley.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ids for new rows: on one node they rise by one, and a restart leaves a gap of less than {@value
 * #AT_ONCE}. Derby's own identity columns make whoever inserts at the same time wait for each
 * other's locks, and give up (error 40XL1). Thread-safe.
 */
@ApplicationScoped
public class NewIds {
  private static final int AT_ONCE = 32;

  private final Map<String, Range> ranges = new ConcurrentHashMap<>();
  @Inject IdRanges source;

  /**
   * Now and then this takes a second connection: ask before the caller's transaction has its own
   * where many may ask at once.
   *
   * @param name a name in the table {@code id_ranges}
   */
  public long next(String name) {
    return ranges.computeIfAbsent(name, Range::new).next();
  }

  private final class Range {
    private final String name;
    private long next;
    private long end;

    Range(String name) {
      this.name = name;
    }

    synchronized long next() {
      if (next == end) {
        next = source.reserve(name, AT_ONCE);
        end = next + AT_ONCE;
      }
      return next++;
    }
  }
}
