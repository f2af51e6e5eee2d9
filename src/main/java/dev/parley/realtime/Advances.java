package dev.parley.realtime;

import dev.parley.room.RoomAdvanced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has gathered in a room. */
final class Advances {
  private Advances() {}

  /**
   * Puts advances of one room in order and joins those of which one begins where the other ends:
   * each that comes out is one send to each receiver.
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
              if (!row.isEmpty() && row.get(row.size() - 1).upTo() != advance.before()) {
                joined.add(one(row));
                row.clear();
              }
              row.add(advance);
            });
    if (!row.isEmpty()) {
      joined.add(one(row));
    }
    return joined;
  }

  private static RoomAdvanced one(List<RoomAdvanced> row) {
    RoomAdvanced first = row.get(0);
    return new RoomAdvanced(
        first.roomId(),
        first.before(),
        row.get(row.size() - 1).upTo(),
        row.stream().flatMap(advance -> advance.changes().stream()).toList());
  }
}
