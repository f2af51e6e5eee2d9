package dev.parley.realtime;

import dev.parley.presence.Attendance;
import dev.parley.presence.Everyone;
import dev.parley.presence.Presence;
import dev.parley.presence.PresenceChange;
import dev.parley.presence.SmallRooms;
import dev.parley.realtime.ServerFrames.PresenceFrame;
import dev.parley.room.RoomListChanged;
import dev.parley.room.RoomQueries;
import dev.parley.room.RoomView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells people who is here of those with whom they share a small room: what has changed since the
 * last look in one text, and newcomers all of it.
 */
@ApplicationScoped
public class PresenceNews {
  private static final Logger LOG = System.getLogger(PresenceNews.class.getName());

  /** Rooms of which a newcomer is told who is here. */
  static final int MAX_ROOMS = 50;

  private record Newcomer(Connection connection, List<Long> rooms) {}

  @Inject Connections connections;
  @Inject RoomFeeds feeds;
  @Inject SmallRooms small;
  @Inject RoomQueries rooms;
  @Inject Everyone everyone;

  private final Attendance attendance = new Attendance();
  private final Queue<Newcomer> newcomers = new ConcurrentLinkedQueue<>();
  private final Queue<RoomListChanged> moves = new ConcurrentLinkedQueue<>();
  private final Queue<Long> movesElsewhere = new ConcurrentLinkedQueue<>();

  /** Notes that someone has come into rooms, where they meet others. */
  void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomListChanged change) {
    if (!connections.of(change.userId()).isEmpty()) {
      moves.add(change);
    }
  }

  /** Notes that someone may have come into rooms who is connected to another node. */
  void moved(long userId) {
    movesElsewhere.add(userId);
  }

  /** Notes a connection that is to be told who is in its rooms. */
  void greet(Connection connection, Collection<Long> roomIds) {
    newcomers.add(new Newcomer(connection, roomIds.stream().limit(MAX_ROOMS).toList()));
  }

  /** Tells newcomers who is here, and everyone what has changed since the last time. */
  void look(long now) {
    var news = new HashMap<Connection, Set<PresenceChange>>();
    Collection<Long> here = everyone.here(connections.users(), now);
    Function<Long, List<Long>> members = remembering(rooms::members);
    for (var one = newcomers.poll(); one != null; one = newcomers.poll()) {
      introduce(one.connection(), small.among(one.rooms()), members, news);
    }
    for (var move = moves.poll(); move != null; move = moves.poll()) {
      meet(move, members, news);
    }
    for (Long userId = movesElsewhere.poll(); userId != null; userId = movesElsewhere.poll()) {
      meetOf(userId, news);
    }
    for (PresenceChange change : attendance.changes(here, now)) {
      announce(change, small.of(change.userId()), news);
    }
    send(news);
  }

  /** Of several newcomers of a room only the first asks who is in it. */
  private static Function<Long, List<Long>> remembering(Function<Long, List<Long>> members) {
    var known = new HashMap<Long, List<Long>>();
    return roomId -> known.computeIfAbsent(roomId, members);
  }

  private void meetOf(long userId, Map<Connection, Set<PresenceChange>> news) {
    if (attendance.isHere(userId)) {
      announce(new PresenceChange(userId, Presence.ONLINE), small.of(userId), news);
    }
  }

  private void meet(
      RoomListChanged move,
      Function<Long, List<Long>> members,
      Map<Connection, Set<PresenceChange>> news) {
    List<Long> rooms = small.among(move.rooms().stream().map(RoomView::id).toList());
    for (Connection connection : connections.of(move.userId())) {
      introduce(connection, rooms, members, news);
    }
    if (attendance.isHere(move.userId())) {
      announce(new PresenceChange(move.userId(), Presence.ONLINE), rooms, news);
    }
  }

  private void introduce(
      Connection connection,
      List<Long> rooms,
      Function<Long, List<Long>> members,
      Map<Connection, Set<PresenceChange>> news) {
    Set<PresenceChange> here =
        rooms.stream()
            .filter(room -> feeds.hears(connection, room))
            .flatMap(room -> members.apply(room).stream())
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

  /** Tells the other nodes that nobody is connected to this one any more. */
  void end() {
    try {
      everyone.end();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The other nodes find out by the silence.", e);
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
