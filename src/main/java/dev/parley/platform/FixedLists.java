package dev.parley.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Ids as {@code in} takes them: in lists of few sizes, so that a database knows the statements by
 * heart. A list that is not full repeats its last id, which finds nothing twice.
 */
public final class FixedLists {
  static final int SMALL = 10;

  /** A list this long is still read by index. */
  static final int LARGE = 200;

  private FixedLists() {}

  /** All of the ids, in lists of {@value #SMALL} or {@value #LARGE}; none for none. */
  public static List<List<Long>> of(Collection<Long> ids) {
    var all = List.copyOf(ids);
    var lists = new ArrayList<List<Long>>();
    for (int from = 0; from < all.size(); from += LARGE) {
      lists.add(filled(all.subList(from, Math.min(all.size(), from + LARGE))));
    }
    return lists;
  }

  private static List<Long> filled(List<Long> ids) {
    var filled = new ArrayList<>(ids);
    int size = ids.size() <= SMALL ? SMALL : LARGE;
    while (filled.size() < size) {
      filled.add(ids.get(ids.size() - 1));
    }
    return filled;
  }
}
