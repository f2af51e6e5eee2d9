package dev.parley.realtime;

import dev.parley.room.RoomAdvanced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has gathered in a room. */
final class Advances {
  private Advances() {}

  /**
   * Puts advances of one room in order and joins those of which one begins where the other ends, or
   * before: each that comes out is one send to each receiver.
   *
   * @param at the rev up to which all is told; what lies before it is left out
   */
  static List<RoomAdvanced> joined(List<RoomAdvanced> advances, long at) {
    var joined = new ArrayList<RoomAdvanced>();
    var row = new ArrayList<RoomAdvanced>();
    advances.stream()
        .filter(advance -> advance.upTo() > at)
        .sorted(Comparator.comparingLong(RoomAdvanced::before))
        .forEach(
            advance -> {
              if (!row.isEmpty() && end(row) < advance.before()) {
                joined.add(one(row));
                row.clear();
              }
              add(advance, row);
            });
    if (!row.isEmpty()) {
      joined.add(one(row));
    }
    return joined;
  }

  /** Two that were read one after the other may begin at the same rev. */
  private static void add(RoomAdvanced advance, List<RoomAdvanced> row) {
    if (row.isEmpty()) {
      row.add(advance);
    } else if (end(row) < advance.upTo()) {
      row.add(advance.after(end(row)));
    }
  }

  private static RoomAdvanced one(List<RoomAdvanced> row) {
    RoomAdvanced first = row.get(0);
    return new RoomAdvanced(
        first.roomId(),
        first.before(),
        end(row),
        row.stream().flatMap(advance -> advance.changes().stream()).toList());
  }

  private static long end(List<RoomAdvanced> row) {
    return row.get(row.size() - 1).upTo();
  }
}
