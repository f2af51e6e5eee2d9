package dev.parley.realtime;

import dev.parley.room.RoomListChanged;
import dev.parley.room.RoomView;
import java.util.List;

/** The frames of the protocol that belong to no room's log. */
final class ServerFrames {
  private ServerFrames() {}

  /** My list of rooms changed. */
  record RoomsFrame(String ev, long userRev, List<RoomView> rooms, List<Long> gone) {
    static RoomsFrame of(RoomListChanged change) {
      return new RoomsFrame("rooms", change.userRev(), change.rooms(), change.gone());
    }
  }

  /** Someone's read marker moved. */
  record ReadFrame(String ev, long room, long user, long seq) {}

  /** Say that you are there. */
  record PingFrame(String ev) {}

  /**
   * The server is going down.
   *
   * @param retryAfterMs milliseconds after which to connect again
   */
  record ByeFrame(String ev, long retryAfterMs) {}
}
