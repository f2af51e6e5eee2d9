package dev.parley.realtime;

import dev.parley.platform.Problems;
import dev.parley.room.HeadChanged;
import dev.parley.room.MemberChanged;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomChange;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * What one room tells its members' connections on this node: in rev order, each change once, gaps
 * filled from the database. One dispatcher runs at a time. Thread-safe.
 */
final class RoomFeed {
  private static final Logger LOG = System.getLogger(RoomFeed.class.getName());
  private static final long UNKNOWN = -1;
  private static final long NANOS_A_SEND = 50_000; // 26 to 68 µs by the standard API on Payara
  private static final long MAX_REST = 50_000_000;
  private static final long MIN_REST = 1_000_000;

  private final long roomId;
  private final LongFunction<RoomAdvanced> advanceFrom;
  private final LongFunction<Collection<Connection>> connectionsOf;
  private final Later later;
  private final LongSupplier nanos;
  private final BooleanSupplier mayTell;
  private final Queue<RoomAdvanced> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Set<Connection> receivers = ConcurrentHashMap.newKeySet();
  private volatile long at = UNKNOWN; // the rev at which the log stands for the receivers
  private volatile boolean archived; // for good: no room is opened again
  private volatile long restUntil; // what comes before that is gathered
  private long told = UNKNOWN; // the rev of the last frame, from which the next one's prev follows

  /**
   * A feed that waits until it is told where to start.
   *
   * @param advanceFrom reads from the database what follows a rev
   * @param connectionsOf a user's connections on this node
   * @param later runs the dispatcher
   * @param nanos monotonic time
   * @param mayTell asked before each telling; where it says no, {@link #wake} goes on
   */
  RoomFeed(
      long roomId,
      LongFunction<RoomAdvanced> advanceFrom,
      LongFunction<Collection<Connection>> connectionsOf,
      Later later,
      LongSupplier nanos,
      BooleanSupplier mayTell) {
    this.roomId = roomId;
    this.advanceFrom = advanceFrom;
    this.connectionsOf = connectionsOf;
    this.later = later;
    this.nanos = nanos;
    this.mayTell = mayTell;
    this.restUntil = nanos.getAsLong();
  }

  /**
   * Starts behind this rev, unless it has started: then who is there has followed the log.
   *
   * @param members the connections of those who were in the room then or later, and had not left
   */
  void startAt(long rev, Collection<Connection> members) {
    synchronized (this) {
      if (at == UNKNOWN) {
        members.forEach(this::add);
        told = rev;
        at = rev;
      }
    }
    wake();
  }

  /** Takes note that the room is archived; what the feed tells afterwards it notes itself. */
  void archive() {
    archived = true;
  }

  boolean isArchived() {
    return archived;
  }

  boolean hasStarted() {
    return at != UNKNOWN;
  }

  void add(Connection connection) {
    receivers.add(connection);
    connection.hears(roomId);
    if (connection.isClosed()) {
      receivers.remove(connection); // it closed meanwhile, and may have looked before this
    }
  }

  void remove(Connection connection) {
    receivers.remove(connection);
  }

  /** Tells everyone but its author something of the moment. */
  void whisper(long authorId, WireText text) {
    receivers.stream()
        .filter(receiver -> receiver.userId() != authorId)
        .forEach(receiver -> receiver.tellPassing(text));
  }

  /** The connections that hear it, as they come and go. */
  Collection<Connection> receivers() {
    return Collections.unmodifiableSet(receivers);
  }

  boolean hears(Connection connection) {
    return receivers.contains(connection);
  }

  /** Whether somebody listens. */
  boolean isHeard() {
    return !receivers.isEmpty();
  }

  /** Whether nobody listens and nothing is under way, so that it can be forgotten. */
  boolean isIdle() {
    return receivers.isEmpty() && waiting.isEmpty() && !busy.get();
  }

  /** Takes note of an advance, in whatever order they come. */
  void offer(RoomAdvanced advance) {
    waiting.add(advance);
    wake();
  }

  /** Takes note of where the log stands, and tells what lies before that and was never offered. */
  void seen(long rev) {
    if (lacks(rev)) {
      offer(new RoomAdvanced(roomId, rev, rev, List.of()));
    }
  }

  /** Whether it has started, and has not told of a rev. */
  boolean lacks(long rev) {
    return hasStarted() && at < rev;
  }

  /** The rev up to which all is told; before it has started there is none. */
  long at() {
    return at;
  }

  long roomId() {
    return roomId;
  }

  /** Tells what waits, unless that is under way. */
  void wake() {
    if (hasStarted()
        && !waiting.isEmpty()
        && mayTell.getAsBoolean()
        && busy.compareAndSet(false, true)) {
      later.run(this::dispatch, restUntil - nanos.getAsLong());
    }
  }

  private void dispatch() {
    long rest = 0;
    try {
      if (mayTell.getAsBoolean()) { // it may have stood still since it was woken
        List<RoomAdvanced> gathered = gathered();
        rest = gathered.size() < 2 ? 0 : rest(receivers.size());
        Advances.joined(gathered, at).forEach(this::apply);
      }
    } catch (RuntimeException e) {
      // the next advance finds the gap and fills it from the database
      String sentence = "Room " + roomId + " could not be told of a change.";
      Problems.log(LOG, Level.WARNING, sentence, e);
    } finally {
      restUntil = nanos.getAsLong() + rest;
      busy.set(false);
      wake();
    }
  }

  /**
   * Nanoseconds in which a feed gathers after it has told several commits at once: as long as
   * telling so many takes, at most 50 ms, and not at all where that is next to nothing.
   */
  static long rest(int receivers) {
    long rest = Math.min(MAX_REST, receivers * NANOS_A_SEND);
    return rest < MIN_REST ? 0 : rest;
  }

  private List<RoomAdvanced> gathered() {
    var all = new ArrayList<RoomAdvanced>();
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      all.add(next);
    }
    return all;
  }

  private void apply(RoomAdvanced advance) {
    while (at < advance.before()) {
      RoomAdvanced filling = advanceFrom.apply(at);
      if (filling.upTo() <= at) {
        return; // not to be seen yet: told again by the advance that lies in between
      }
      tell(filling);
    }
    if (at < advance.upTo()) { // it may have gone on since that was read
      tell(advance.after(at));
    }
  }

  /** Tells in runs, so that whoever comes or goes hears what lies after or before that. */
  private void tell(RoomAdvanced advance) {
    var run = new ArrayList<RoomChange>();
    for (RoomChange change : advance.changes()) {
      if (change instanceof MemberChanged member) {
        send(run, change.rev() - 1);
        move(member);
      } else if (change instanceof HeadChanged head && head.head().archived()) {
        archive();
      }
      run.add(change);
    }
    send(run, advance.upTo());
  }

  private void send(List<RoomChange> run, long upTo) {
    if (!run.isEmpty()) {
      var news = RoomNews.of(roomId, told, run);
      receivers.forEach(connection -> connection.tell(news));
      told = run.get(run.size() - 1).rev();
      run.clear();
    }
    at = upTo;
  }

  private void move(MemberChanged change) {
    Collection<Connection> theirs = connectionsOf.apply(change.member().user().id());
    if (change.isGone()) {
      theirs.forEach(receivers::remove);
    } else {
      theirs.forEach(this::add);
    }
  }
}
