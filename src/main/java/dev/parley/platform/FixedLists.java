package dev.parley.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Ids as {@code in} takes them: in lists of few sizes, so that a database which compiles each text
 * of a statement knows them by heart. A list is filled up to the next power of two with its last
 * id, which finds nothing twice.
 */
public final class FixedLists {
  /** Ids of one statement; a list this long is still read by index. */
  static final int LARGEST = 256;

  private FixedLists() {}

  /** The ids in order, each in one of the lists; no list for no ids. */
  public static List<List<Long>> of(Collection<Long> ids) {
    var sorted = new ArrayList<>(new TreeSet<>(ids));
    var lists = new ArrayList<List<Long>>();
    for (int from = 0; from < sorted.size(); from += LARGEST) {
      lists.add(filled(sorted.subList(from, Math.min(sorted.size(), from + LARGEST))));
    }
    return lists;
  }

  /** A list that is not empty, filled up in the same way. */
  public static <T> List<T> filled(List<T> list) {
    var filled = new ArrayList<>(list);
    while (Integer.bitCount(filled.size()) != 1) {
      filled.add(list.get(list.size() - 1));
    }
    return filled;
  }
}
