package dev.parley.realtime;

import dev.parley.platform.FixedLists;
import dev.parley.realtime.ServerFrames.RoomsFrame;
import dev.parley.room.RoomListChanged;
import dev.parley.room.RoomQueries;
import dev.parley.room.RoomView;
import dev.parley.session.SessionService;
import dev.parley.user.UserRevs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Up to which of their own revs those who are connected here were told, and what to do where
 * something was not: their sessions and their list of rooms are read anew. Thread-safe.
 */
@ApplicationScoped
public class PersonalFeeds {
  @Inject Connections connections;
  @Inject RoomFeeds feeds;
  @Inject SessionService sessions;
  @Inject UserRevs userRevs;
  @Inject RoomQueries rooms;

  private final Map<Long, Long> told = new ConcurrentHashMap<>();

  /** Notes what a connection of someone's was told; of several the least counts. */
  void startAt(long userId, long rev) {
    told.merge(userId, rev, Math::min);
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomListChanged change) {
    told.computeIfPresent(
        change.userId(), (id, rev) -> rev + 1 == change.userRev() ? change.userRev() : rev);
  }

  /** Asks where those stand who are connected, and makes up for what was missed. */
  void look() {
    told.keySet().removeIf(userId -> connections.of(userId).isEmpty());
    for (List<Long> some : FixedLists.of(told.keySet())) {
      userRevs.of(some).forEach(this::seen);
    }
  }

  private void seen(long userId, long rev) {
    Long known = told.get(userId);
    if (known != null && known < rev) {
      catchUp(userId, rev);
      told.replace(userId, known, rev);
    }
  }

  private void catchUp(long userId, long rev) {
    connections.of(userId).stream()
        .filter(connection -> sessions.live(connection.sessionId()).isEmpty())
        .forEach(connection -> connection.close(Closing.NOT_SIGNED_IN));
    feeds.openMissing(userId);
    List<RoomView> mine = roomsOf(userId);
    for (Connection connection : connections.of(userId)) {
      var frame = new RoomsFrame("rooms", rev, mine, gone(connection, mine));
      connection.tell(WireText.frame(frame));
    }
  }

  private static List<Long> gone(Connection connection, List<RoomView> mine) {
    var gone = new HashSet<>(connection.rooms());
    mine.forEach(room -> gone.remove(room.id()));
    return List.copyOf(gone);
  }

  private List<RoomView> roomsOf(long userId) {
    return FixedLists.of(rooms.joined(userId)).stream()
        .map(some -> rooms.joinedAmong(userId, some))
        .flatMap(Collection::stream)
        .toList();
  }
}
