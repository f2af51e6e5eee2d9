package dev.parley.realtime;

import dev.parley.message.ChangeQueries;
import dev.parley.room.MemberChanged;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomQueries;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The feeds of the rooms in which someone is connected here. Thread-safe. */
@ApplicationScoped
public class RoomFeeds {
  private static final int QUERY_SIZE = 200;

  @Resource ManagedExecutorService executor;
  @Inject RoomQueries rooms;
  @Inject ChangeQueries changes;
  @Inject Connections connections;

  private final Map<Long, RoomFeed> feeds = new ConcurrentHashMap<>();

  /**
   * Lets a connection hear rooms. After this every change is told that is not visible yet: read
   * what is there afterwards, and nothing lies in between.
   */
  void listen(Connection connection, Collection<Long> roomIds) {
    var fresh = new ArrayList<Long>();
    for (long roomId : roomIds) {
      if (!open(roomId, connection).hasStarted()) {
        fresh.add(roomId);
      }
    }
    for (int i = 0; i < fresh.size(); i += QUERY_SIZE) {
      List<Long> some = fresh.subList(i, Math.min(fresh.size(), i + QUERY_SIZE));
      rooms.lastRevs(some).forEach(this::start);
    }
  }

  /** Lets a connection hear none of these rooms any more. */
  void leave(Connection connection, Collection<Long> roomIds) {
    for (long roomId : roomIds) {
      feeds.computeIfPresent(
          roomId,
          (id, feed) -> {
            feed.remove(connection);
            return feed.isIdle() ? null : feed;
          });
    }
  }

  /** Tells everyone in a room but its author something of the moment. */
  void whisper(long roomId, long authorId, WireText text) {
    RoomFeed feed = feeds.get(roomId);
    if (feed != null) {
      feed.whisper(authorId, text);
    }
  }

  /** Whether a connection hears a room: its user is in it. */
  boolean hears(Connection connection, long roomId) {
    RoomFeed feed = feeds.get(roomId);
    return feed != null && feed.hears(connection);
  }

  /** Forgets the feeds to which nobody listens. */
  void sweep() {
    feeds
        .keySet()
        .forEach(id -> feeds.computeIfPresent(id, (same, feed) -> feed.isIdle() ? null : feed));
  }

  /** Passes on what has been committed. */
  void advanced(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomAdvanced advance) {
    // within compute, so that a feed is not forgotten while it is offered something
    RoomFeed open =
        feeds.computeIfPresent(
            advance.roomId(),
            (id, feed) -> {
              feed.offer(advance);
              return feed;
            });
    if (open == null) {
      begin(advance);
    }
  }

  /** Opens a feed for the first of a room's members who is connected here. */
  private void begin(RoomAdvanced advance) {
    for (var change : advance.changes()) {
      if (change instanceof MemberChanged member && !member.isGone()) {
        for (Connection connection : connections.of(member.member().user().id())) {
          open(advance.roomId(), connection).offer(advance);
        }
      }
    }
    start(advance.roomId(), advance.before());
  }

  private RoomFeed open(long roomId, Connection connection) {
    return feeds.compute(
        roomId,
        (id, feed) -> {
          RoomFeed open = feed == null ? newFeed(id) : feed;
          open.add(connection);
          return open;
        });
  }

  private RoomFeed newFeed(long roomId) {
    return new RoomFeed(roomId, since -> changes.advance(roomId, since), connections::of, executor);
  }

  private void start(long roomId, long rev) {
    RoomFeed feed = feeds.get(roomId);
    if (feed != null) {
      feed.startAt(rev);
    }
  }
}
