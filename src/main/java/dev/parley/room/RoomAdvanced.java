package dev.parley.room;

import java.util.List;

/**
 * A room went from one rev to another; observed after the commit, in no promised order.
 *
 * @param before the rev at which its log stood
 * @param upTo the rev at which it stands now
 * @param changes all between the two, by rev
 */
public record RoomAdvanced(long roomId, long before, long upTo, List<RoomChange> changes) {
  /** What of it lies after a rev between the two. */
  public RoomAdvanced after(long rev) {
    List<RoomChange> rest = changes.stream().filter(change -> change.rev() > rev).toList();
    return new RoomAdvanced(roomId, rev, upTo, rest);
  }
}
