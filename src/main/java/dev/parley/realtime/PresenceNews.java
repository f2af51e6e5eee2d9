package dev.parley.realtime;

import dev.parley.presence.Attendance;
import dev.parley.presence.Presence;
import dev.parley.presence.PresenceChange;
import dev.parley.presence.SmallRooms;
import dev.parley.realtime.ServerFrames.PresenceFrame;
import dev.parley.room.RoomListChanged;
import dev.parley.room.RoomView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * Tells people who is here of those with whom they share a small room: what has changed since the
 * last look in one text, and newcomers all of it.
 */
@ApplicationScoped
public class PresenceNews {
  /** Rooms of which a newcomer is told who is here. */
  static final int MAX_ROOMS = 50;

  private record Newcomer(Connection connection, List<Long> rooms) {}

  @Inject Connections connections;
  @Inject RoomFeeds feeds;
  @Inject SmallRooms small;

  private final Attendance attendance = new Attendance();
  private final Queue<Newcomer> newcomers = new ConcurrentLinkedQueue<>();
  private final Queue<RoomListChanged> moves = new ConcurrentLinkedQueue<>();

  /** Notes that someone has come into rooms, where they meet others. */
  void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomListChanged change) {
    if (!connections.of(change.userId()).isEmpty()) {
      moves.add(change);
    }
  }

  /** Notes a connection that is to be told who is in its rooms. */
  void greet(Connection connection, Collection<Long> roomIds) {
    newcomers.add(new Newcomer(connection, roomIds.stream().limit(MAX_ROOMS).toList()));
  }

  /** Tells newcomers who is here, and everyone what has changed since the last time. */
  void look(long now) {
    var news = new HashMap<Connection, Set<PresenceChange>>();
    for (var one = newcomers.poll(); one != null; one = newcomers.poll()) {
      introduce(one.connection(), small.among(one.rooms()), news);
    }
    for (var move = moves.poll(); move != null; move = moves.poll()) {
      meet(move, news);
    }
    for (PresenceChange change : attendance.changes(connections.users(), now)) {
      announce(change, small.of(change.userId()), news);
    }
    send(news);
  }

  private void meet(RoomListChanged move, Map<Connection, Set<PresenceChange>> news) {
    List<Long> rooms = small.among(move.rooms().stream().map(RoomView::id).toList());
    connections.of(move.userId()).forEach(connection -> introduce(connection, rooms, news));
    if (attendance.isHere(move.userId())) {
      announce(new PresenceChange(move.userId(), Presence.ONLINE), rooms, news);
    }
  }

  private void introduce(
      Connection connection, List<Long> rooms, Map<Connection, Set<PresenceChange>> news) {
    Set<PresenceChange> here =
        rooms.stream()
            .filter(room -> feeds.hears(connection, room))
            .flatMap(room -> feeds.listeners(room).stream())
            .map(Connection::userId)
            .filter(userId -> userId != connection.userId() && attendance.isHere(userId))
            .map(userId -> new PresenceChange(userId, Presence.ONLINE))
            .collect(Collectors.toSet());
    news.computeIfAbsent(connection, c -> new LinkedHashSet<>()).addAll(here);
  }

  private void announce(
      PresenceChange change, List<Long> rooms, Map<Connection, Set<PresenceChange>> news) {
    for (long room : rooms) {
      for (Connection listener : feeds.listeners(room)) {
        if (listener.userId() != change.userId()) {
          news.computeIfAbsent(listener, c -> new LinkedHashSet<>()).add(change);
        }
      }
    }
  }

  private static void send(Map<Connection, Set<PresenceChange>> news) {
    var frames = new HashMap<PresenceChange, WireText>();
    news.forEach(
        (connection, changes) -> {
          var texts = new ArrayList<WireText>(changes.size());
          for (PresenceChange change : changes) {
            texts.add(frames.computeIfAbsent(change, c -> WireText.frame(PresenceFrame.of(c))));
          }
          WireText.joined(texts).forEach(connection::tellPassing);
        });
  }
}
