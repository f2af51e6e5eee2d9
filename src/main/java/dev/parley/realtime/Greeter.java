package dev.parley.realtime;

import dev.parley.message.ChangeQueries;
import dev.parley.message.Changes;
import dev.parley.platform.FixedLists;
import dev.parley.platform.Installation;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.Json;
import dev.parley.platform.PageRequest;
import dev.parley.platform.Settings;
import dev.parley.realtime.Greeting.RoomEntry;
import dev.parley.room.RoomQueries;
import dev.parley.room.RoomView;
import dev.parley.user.UserRevs;
import dev.parley.user.UserService;
import dev.parley.user.UserView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Says hello: the connection listens first and holds what it hears, then what is there is read,
 * then the reply goes out and after it what was held and is newer. So nothing lies in between.
 */
@ApplicationScoped
public class Greeter {
  static final int ROOMS = 50;

  /** Rooms that a client may name. */
  static final int MAX_KNOWN = 1_000;

  /** Rooms of which a reply tells what is new; of further ones it tells that there may be more. */
  static final int MAX_NEWS = 500;

  private static final int MAX_BYTES = 128 * 1024;

  @Inject Installation installation;
  @Inject Settings settings;
  @Inject UserService users;
  @Inject UserRevs userRevs;
  @Inject RoomQueries rooms;
  @Inject ChangeQueries changes;
  @Inject RoomFeeds feeds;
  @Inject PersonalFeeds personal;
  @Inject PresenceNews presence;

  /**
   * Refuses a {@code hello} that names too many rooms.
   *
   * @throws InvalidInputException if it does; then it may be said again with fewer
   */
  static void require(ClientFrame hello) {
    if (hello.roomsOrNone().size() > MAX_KNOWN) {
      throw new InvalidInputException(
          "rooms", "size", "must name at most " + MAX_KNOWN + " rooms: those you need first");
    }
  }

  /** Answers a {@code hello} and lets the connection hear its user's rooms from then on. */
  void greet(Connection connection, ClientFrame hello) {
    feeds.listenToAll(connection);
    Greeting greeting = greeting(connection.userId(), hello);
    personal.startAt(connection.userId(), greeting.userRev());
    connection.open(hello.id(), greeting, greeting.upTo(), room -> feeds.hears(connection, room));
    presence.greet(connection, greeting.roomIds());
  }

  private Greeting greeting(long userId, ClientFrame hello) {
    String epoch = installation.epoch();
    Map<Long, Long> known = epoch.equals(hello.epoch()) ? hello.roomsOrNone() : Map.of();
    UserView user = users.find(userId).orElseThrow();
    long userRev = userRevs.of(userId);
    List<RoomView> active = rooms.lastActive(userId, ROOMS + 1);
    Map<Long, RoomView> told = new LinkedHashMap<>();
    active.stream().limit(ROOMS).forEach(room -> told.put(room.id(), room));
    for (List<Long> some : FixedLists.of(known.keySet())) {
      rooms.joinedAmong(userId, some).forEach(room -> told.put(room.id(), room));
    }
    List<Long> gone = known.keySet().stream().filter(id -> !told.containsKey(id)).toList();
    return new Greeting(
        epoch,
        new Greeting.Me(user.id(), user.displayName(), user.role()),
        userRev,
        Heartbeat.PING_EVERY.toMillis(),
        new Greeting.Limits(settings.limits().textLength(), ClientFrame.MAX_BYTES),
        entries(told, known),
        gone,
        active.size() > ROOMS ? PageRequest.FIRST : null);
  }

  private List<RoomEntry> entries(Map<Long, RoomView> told, Map<Long, Long> known) {
    var entries = new ArrayList<RoomEntry>(told.size());
    int size = 0;
    for (RoomView room : told.values()) {
      if (size > MAX_BYTES || entries.size() >= MAX_NEWS) {
        entries.add(new RoomEntry(room, null, true));
        continue;
      }
      Long rev = known.get(room.id());
      Changes news = changes.since(room, rev == null ? OptionalLong.empty() : OptionalLong.of(rev));
      size += Json.bytes(news).length;
      entries.add(new RoomEntry(room, news, null));
    }
    return entries;
  }
}
