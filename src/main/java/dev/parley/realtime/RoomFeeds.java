package dev.parley.realtime;

import dev.parley.cluster.Cluster;
import dev.parley.cluster.MayHaveMissed;
import dev.parley.message.ChangeQueries;
import dev.parley.platform.BusHealth;
import dev.parley.platform.FixedLists;
import dev.parley.realtime.ServerFrames.TypingFrame;
import dev.parley.room.MemberChanged;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The feeds of the rooms in which someone is connected here. Thread-safe. */
@ApplicationScoped
public class RoomFeeds {
  @Inject Clockwork clockwork;
  @Inject RoomQueries rooms;
  @Inject ChangeQueries changes;
  @Inject Connections connections;
  @Inject Cluster cluster;

  private final Map<Long, RoomFeed> feeds = new ConcurrentHashMap<>();
  private final Turns turns = new Turns();
  private final CatchingUp catchingUp =
      new CatchingUp(
          since -> changes.advances(since),
          (task, nanos) -> clockwork.run(task, nanos),
          System::nanoTime);
  private final Wakefulness node = new Wakefulness(Monotonic.millis());

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
    startAll(fresh);
  }

  /** Lets a connection hear just the rooms that its user is in. */
  void listenToAll(Connection connection) {
    Set<Long> heard = Set.of();
    for (Set<Long> mine = joined(connection.userId());
        !heard.equals(mine);
        mine = joined(connection.userId())) {
      Set<Long> left = new HashSet<>(heard);
      left.removeAll(mine);
      leave(connection, left);
      listen(connection, mine);
      heard = mine; // until those that are read afterwards are those that are listened to
    }
  }

  /**
   * Opens feeds for those of someone's rooms that nobody hears here. The feeds that are open follow
   * their members themselves, in the order of the log.
   */
  void openMissing(long userId) {
    startAll(joined(userId).stream().filter(id -> !feeds.containsKey(id)).toList());
  }

  private void startAll(Collection<Long> roomIds) {
    for (List<Long> some : FixedLists.of(roomIds)) {
      Map<Long, Long> revs = rooms.lastRevs(some);
      Set<Long> archived = rooms.archivedAmong(some); // after the revs: what follows is told
      revs.forEach((id, rev) -> startWithMembers(id, rev, archived.contains(id)));
    }
  }

  /** Starts a feed for all members at once: what put them into the room is told by no feed. */
  private void startWithMembers(long roomId, long rev, boolean archived) {
    List<Connection> members = // read after the rev: who left before is not among them
        rooms.members(roomId).stream().flatMap(id -> connections.of(id).stream()).toList();
    feeds.compute(
        roomId,
        (id, feed) -> {
          RoomFeed open = feed == null ? newFeed(id) : feed;
          if (archived) {
            open.archive();
          }
          open.startAt(rev, members);
          return open;
        });
  }

  private Set<Long> joined(long userId) {
    return Set.copyOf(rooms.joined(userId));
  }

  /**
   * Asks where the rooms stand to which someone listens, and tells what was missed. While the other
   * nodes are heard and this one ran all the time, it is a quarter of the rooms with each look: on
   * many nodes it would be most of what the database does. Called by one thread.
   */
  void look() {
    if (cluster.bus() != BusHealth.State.UP || !node.isAwake(Monotonic.millis())) {
      turns.askForAll();
    }
    LongPredicate isAsked = turns.next();
    List<Long> asked =
        feeds.entrySet().stream()
            .filter(e -> e.getValue().isHeard())
            .map(Map.Entry::getKey)
            .filter(isAsked::test)
            .toList();
    for (List<Long> some : FixedLists.of(asked)) {
      rooms.lastRevs(some).forEach(this::seen);
    }
  }

  /** The next look asks for all. */
  void missed(@Observes MayHaveMissed missed) {
    turns.askForAll();
  }

  /** Takes note of where a room stands, and tells what lies before that. */
  void seen(long roomId, long rev) {
    RoomFeed feed = feeds.get(roomId);
    if (feed == null) {
      return;
    }
    if (cluster.isAlone()) {
      feed.seen(rev); // it reads for itself: nobody else stores so much
    } else if (feed.lacks(rev)) {
      catchingUp.note(feed, rev);
    }
  }

  /** Whether this node ran all the time; until it has asked, its feeds hold what they have. */
  Wakefulness node() {
    return node;
  }

  /** Lets the feeds tell what they held. */
  void wake() {
    feeds.values().forEach(RoomFeed::wake);
  }

  /** Lets a connection hear none of these rooms any more. */
  void leave(Connection connection, Collection<Long> roomIds) {
    for (long roomId : roomIds) {
      feeds.computeIfPresent(
          roomId,
          (id, feed) -> {
            feed.remove(connection);
            return unlessIdle(id, feed);
          });
    }
  }

  /** Tells everyone in a room but its author something of the moment. */
  void whisper(long roomId, long authorId, WireText text) {
    RoomFeed feed = feeds.get(roomId);
    if (feed != null && node.isAwake(Monotonic.millis())) {
      feed.whisper(authorId, text);
    }
  }

  /** Tells those in a room who are connected here that someone is typing. */
  void typing(long roomId, long userId) {
    whisper(roomId, userId, WireText.frame(new TypingFrame("typing", roomId, userId)));
  }

  /** Whether a connection hears a room: its user is in it. */
  boolean hears(Connection connection, long roomId) {
    RoomFeed feed = feeds.get(roomId);
    return feed != null && feed.hears(connection);
  }

  /** Whether a room that is heard here is archived. */
  boolean isArchived(long roomId) {
    RoomFeed feed = feeds.get(roomId);
    return feed != null && feed.isArchived();
  }

  /** The connections that hear a room. */
  Collection<Connection> listeners(long roomId) {
    RoomFeed feed = feeds.get(roomId);
    return feed == null ? List.of() : feed.receivers();
  }

  /** Forgets the feeds to which nobody listens. */
  void sweep() {
    feeds.keySet().forEach(id -> feeds.computeIfPresent(id, this::unlessIdle));
  }

  private @Nullable RoomFeed unlessIdle(long roomId, RoomFeed feed) {
    if (feed.isIdle()) {
      cluster.leave(roomId);
      return null;
    }
    return feed;
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
    boolean heard = false;
    for (var change : advance.changes()) {
      if (change instanceof MemberChanged member && !member.isGone()) {
        for (Connection connection : connections.of(member.member().user().id())) {
          open(advance.roomId(), connection).offer(advance);
          heard = true;
        }
      }
    }
    if (heard) { // on another thread: on this one, the transaction is not over for the database
      clockwork.run(() -> begin(advance.roomId(), advance.before()), 0);
    }
  }

  private void begin(long roomId, long rev) {
    startWithMembers(roomId, rev, !rooms.archivedAmong(List.of(roomId)).isEmpty());
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
    cluster.follow(roomId); // before the log is read: none is missed in between
    return new RoomFeed(
        roomId,
        since -> changes.advance(roomId, since),
        connections::of,
        clockwork,
        System::nanoTime,
        () -> node.isAwake(Monotonic.millis()));
  }
}
