package dev.parley.user;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Ids as a statement takes them: so many at a time, and repeated up to the next power of two. A
 * database that compiles each text of a statement sees few of them then.
 */
public final class IdChunks {
  /** Parameters of one statement; a list this long is still read by index. */
  static final int CHUNK = 256;

  private IdChunks() {}

  /** The ids in lists of which each goes into one statement; each id is in one of them. */
  public static List<List<Long>> of(Collection<Long> ids) {
    var sorted = new ArrayList<>(new TreeSet<>(ids));
    var chunks = new ArrayList<List<Long>>();
    for (int from = 0; from < sorted.size(); from += CHUNK) {
      chunks.add(filledUp(sorted.subList(from, Math.min(from + CHUNK, sorted.size()))));
    }
    return chunks;
  }

  private static List<Long> filledUp(List<Long> ids) {
    var all = new ArrayList<>(ids);
    while (Integer.bitCount(all.size()) != 1) {
      all.add(all.get(all.size() - 1));
    }
    return all;
  }
}
