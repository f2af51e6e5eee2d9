package dev.parley.realtime;

import dev.parley.presence.Presence;
import dev.parley.presence.PresenceChange;
import dev.parley.room.RoomListChanged;
import dev.parley.room.RoomView;
import dev.parley.user.Person;
import java.util.List;
import java.util.Map;

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

  /** Someone is writing. */
  record TypingFrame(String ev, long room, long user) {}

  /** Someone came or went. */
  record PresenceFrame(String ev, long user, Presence state) {
    static PresenceFrame of(PresenceChange change) {
      return new PresenceFrame("presence", change.userId(), change.state());
    }
  }

  /** Someone's name changed. */
  record UserFrame(String ev, Person user) {}

  /**
   * Frames of these rooms were dropped, because they were not read in time.
   *
   * @param rooms the rev of the last one dropped, by room
   */
  record ResyncFrame(String ev, Map<Long, Long> rooms) {}

  /** Say that you are there. */
  record PingFrame(String ev) {}

  /**
   * The server is going down.
   *
   * @param retryAfterMs milliseconds after which to connect again
   */
  record ByeFrame(String ev, long retryAfterMs) {}
}
