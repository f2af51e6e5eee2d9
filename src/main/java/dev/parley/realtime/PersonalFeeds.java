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
 * Tells those who are connected here what becomes of their list of rooms, in order; where something
 * was missed, their sessions and their list are read anew. Thread-safe.
 */
@ApplicationScoped
public class PersonalFeeds {
  @Inject Connections connections;
  @Inject RoomFeeds feeds;
  @Inject SessionService sessions;
  @Inject UserRevs userRevs;
  @Inject RoomQueries rooms;

  private final Map<Long, PersonalFeed> byUser = new ConcurrentHashMap<>();

  /** Notes what a connection of someone's was told. */
  void startAt(long userId, long rev) {
    byUser.computeIfAbsent(userId, id -> new PersonalFeed(rev, this::tell)).startAt(rev);
  }

  /** Who is just being greeted is told at once: the next look finds out what that makes of it. */
  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomListChanged change) {
    PersonalFeed feed = byUser.get(change.userId());
    if (feed == null) {
      tell(change);
    } else {
      feed.offer(change);
    }
  }

  /** Asks where those stand who are connected, and makes up for what was missed. */
  void look() {
    byUser.keySet().removeIf(userId -> connections.of(userId).isEmpty());
    for (List<Long> some : FixedLists.of(byUser.keySet())) {
      userRevs.of(some).forEach(this::seen);
    }
  }

  /** Makes up for what someone missed who is connected here and stands at a rev by now. */
  void look(long userId, long rev) {
    PersonalFeed feed = byUser.get(userId);
    if (feed == null) {
      closeEndedSessions(userId); // of sockets that have not said hello
    } else if (feed.lacks(rev)) {
      seen(userId, userRevs.of(userId));
    }
  }

  private void seen(long userId, long rev) {
    PersonalFeed feed = byUser.get(userId);
    if (feed != null && feed.lacks(rev)) {
      closeEndedSessions(userId);
      feeds.openMissing(userId);
      List<RoomView> mine = roomsOf(userId);
      feed.makeUp(rev, () -> tellAll(userId, rev, mine));
    }
  }

  private void closeEndedSessions(long userId) {
    connections.of(userId).stream()
        .filter(connection -> !sessions.isLive(connection.who()))
        .forEach(connection -> connection.close(Closing.NOT_SIGNED_IN));
  }

  private void tellAll(long userId, long rev, List<RoomView> mine) {
    for (Connection connection : connections.of(userId)) {
      var frame = new RoomsFrame("rooms", rev, mine, gone(connection, mine));
      connection.tell(WireText.frame(frame));
    }
  }

  private void tell(RoomListChanged change) {
    var frame = WireText.frame(RoomsFrame.of(change));
    connections.of(change.userId()).forEach(connection -> connection.tell(frame));
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
