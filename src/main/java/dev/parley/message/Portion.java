package dev.parley.message;

import dev.parley.platform.Json;
import java.util.List;

/** As much as goes into one answer. */
final class Portion {
  /** Bytes of JSON. */
  static final int MAX_BYTES = 128 * 1024;

  private Portion() {}

  /**
   * Cuts a list on both sides until it fits: the item at {@code index} stays, even if it alone is
   * too large, and of the others as many as are next to it.
   */
  static <T> List<T> around(List<T> items, int index) {
    if (items.isEmpty()) {
      return items;
    }
    int[] sizes = items.stream().mapToInt(item -> Json.bytes(item).length).toArray();
    int first = index;
    int end = index + 1;
    int left = MAX_BYTES - sizes[index];
    boolean grown = true;
    while (grown) {
      grown = false;
      if (end < sizes.length && sizes[end] <= left) {
        left -= sizes[end++];
        grown = true;
      }
      if (first > 0 && sizes[first - 1] <= left) {
        left -= sizes[--first];
        grown = true;
      }
    }
    return List.copyOf(items.subList(first, end));
  }
}
