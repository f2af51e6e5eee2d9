package dev.parley.user;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Ids as a statement takes them: each once, in order, so many at a time. */
final class IdChunks {
  /** Parameters of one statement; a list this long is still read by index. */
  static final int CHUNK = 200;

  private IdChunks() {}

  static List<List<Long>> of(Collection<Long> ids) {
    var sorted = new ArrayList<>(new TreeSet<>(ids));
    var chunks = new ArrayList<List<Long>>();
    for (int from = 0; from < sorted.size(); from += CHUNK) {
      chunks.add(sorted.subList(from, Math.min(from + CHUNK, sorted.size())));
    }
    return chunks;
  }
}
