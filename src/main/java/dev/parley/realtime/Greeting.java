package dev.parley.realtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.message.Changes;
import dev.parley.room.RoomView;
import dev.parley.user.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code hello}.
 *
 * @param epoch tells this log from another
 * @param userRev the user's own rev
 * @param heartbeat milliseconds between two pings where nothing else is sent
 * @param rooms the rooms last active and those that the client stands in
 * @param gone ids of rooms that the client stands in and its user does not
 * @param next cursor for the list of rooms where there are more; absent where these are all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Greeting(
    String epoch,
    Me user,
    long userRev,
    long heartbeat,
    Limits limits,
    List<RoomEntry> rooms,
    List<Long> gone,
    @Nullable String next) {

  /** Who I am. */
  record Me(long id, String name, Role role) {}

  /**
   * What the client should know beforehand.
   *
   * @param textLength UTF-16 units a message
   * @param frameBytes bytes a frame
   */
  record Limits(int textLength, int frameBytes) {}

  /**
   * A room with what is new in it.
   *
   * @param news absent where the reply would become too large: ask with {@code sync}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RoomEntry(
      @JsonUnwrapped RoomView room,
      @JsonUnwrapped @Nullable Changes news,
      @Nullable Boolean more) {}

  /** The rooms that it tells of, those last active first. */
  List<Long> roomIds() {
    return rooms.stream().map(entry -> entry.room().id()).toList();
  }

  /** The rev up to which each room is told here, by room. */
  Map<Long, Long> upTo() {
    var upTo = new HashMap<Long, Long>();
    for (RoomEntry entry : rooms) {
      Changes news = entry.news();
      if (news != null) {
        upTo.put(entry.room().id(), news.upTo());
      }
    }
    return upTo;
  }
}
