package dev.parley.realtime;

import dev.parley.session.SignedIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One socket of one signed-in user. What is told before {@code hello} is answered is held back
 * until the reply is out. Thread-safe.
 */
final class Connection {
  private static final int MAX_HELD = 10_000;
  private static final long STUCK_MS = 10_000;
  private static final WireText PING = WireText.frame(new ServerFrames.PingFrame("ping"));

  private final Wire wire;
  private final Executor closers;
  private final Outbox outbox;
  private final Pulse pulse;
  private final FrameParts parts = new FrameParts();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean greeted = new AtomicBoolean();
  private final AtomicInteger badFrames = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Set<Long> rooms = ConcurrentHashMap.newKeySet();
  private volatile SignedIn who;
  private boolean open;
  private List<RoomNews> heldNews = new ArrayList<>();
  private List<WireText> heldTexts = new ArrayList<>();

  /**
   * A connection that is not open yet.
   *
   * @param closers closes sockets on another thread, since closing may wait for the network
   * @param now monotonic time in ms
   */
  Connection(Wire wire, SignedIn who, Executor closers, long now) {
    this.wire = wire;
    this.who = who;
    this.closers = closers;
    this.outbox = new Outbox(wire);
    this.pulse = new Pulse(now);
  }

  long userId() {
    return who.userId();
  }

  long sessionId() {
    return who.sessionId();
  }

  /** Who it is, by the newest proof. */
  SignedIn who() {
    return who;
  }

  /** Puts a newer proof in the place of the one that is about to run out. */
  void renew(SignedIn proof) {
    who = proof;
  }

  /** Whether what its user proved has run out. */
  boolean isExpired(Instant now) {
    return now.isAfter(who.expiresAt());
  }

  /** Tells an advance of a room, or holds it back. */
  void tell(RoomNews news) {
    synchronized (this) {
      if (!open) {
        hold(heldNews, news);
        return;
      }
    }
    news.texts().forEach(text -> outbox.offer(news.roomId(), news.upTo(), text));
  }

  /** Tells something that belongs to no room's log, or holds it back. */
  void tell(WireText text) {
    synchronized (this) {
      if (!open) {
        hold(heldTexts, text);
        return;
      }
    }
    offer(text);
  }

  /** Tells something that is of no use later, to a client that is there and keeps up. */
  void tellPassing(WireText text) {
    synchronized (this) {
      if (!open) {
        return;
      }
    }
    outbox.offerPassing(text);
  }

  /** Sends a reply, whether open or not. */
  void reply(Object frame) {
    offer(WireText.frame(frame));
  }

  /**
   * Sends the reply to {@code hello}, then what was held back and is newer than the reply.
   *
   * @param upTo the rev up to which the reply tells each room
   * @param hears whether it still hears a room: of one that was left meanwhile it is told nothing
   */
  void open(@Nullable Long id, Object greeting, Map<Long, Long> upTo, LongPredicate hears) {
    synchronized (this) {
      reply(new Reply(id, greeting, null));
      heldTexts.forEach(this::offer);
      heldNews.stream()
          .filter(news -> hears.test(news.roomId()))
          .forEach(news -> offerAfter(news, upTo.getOrDefault(news.roomId(), 0L)));
      heldTexts = List.of();
      heldNews = List.of();
      open = true;
    }
  }

  /** Notes that a room is heard here, to be left when the socket closes. */
  void hears(long roomId) {
    rooms.add(roomId);
  }

  /** The rooms that are or were heard here. */
  Set<Long> rooms() {
    return rooms;
  }

  /** Notes that the socket is closed, by whomever. */
  void gone() {
    closed.set(true);
    outbox.close();
  }

  /** Closes from another thread; once. */
  void close(Closing why) {
    if (closed.compareAndSet(false, true)) {
      outbox.close();
      closers.execute(() -> wire.close(why));
    }
  }

  /** Sends a last frame and closes at once, on this thread: there may be no other any more. */
  void sayLast(Object frame, Closing why) {
    reply(frame);
    if (closed.compareAndSet(false, true)) {
      wire.close(why);
    }
  }

  /** What came of a frame that is not whole yet. Parts come one after the other. */
  FrameParts parts() {
    return parts;
  }

  /** Whether this is the first {@code hello}. */
  boolean greet() {
    return greeted.compareAndSet(false, true);
  }

  boolean isGreeted() {
    return greeted.get();
  }

  boolean isClosed() {
    return closed.get();
  }

  /** When its client was last heard. */
  Pulse pulse() {
    return pulse;
  }

  /** Whether the client takes nothing in any more. */
  boolean isStuck(long now) {
    return outbox.isStuck(now, STUCK_MS);
  }

  /** For how many ms one of the two sides has been quiet. */
  long quietFor(long now) {
    return pulse.quietFor(now, outbox.lastSent());
  }

  /** Asks whether the client is there. */
  void ping(long now) {
    pulse.pinged(now);
    tell(PING);
  }

  /** Counts a bad frame; tells how many came in a row. */
  int bad() {
    return badFrames.incrementAndGet();
  }

  /** Ends a row of bad frames. */
  void good() {
    badFrames.set(0);
  }

  /** Counts a request that is to be answered; tells how many there are now. */
  int begin() {
    return inFlight.incrementAndGet();
  }

  /** One request fewer is to be answered. */
  void end() {
    inFlight.decrementAndGet();
  }

  private void offerAfter(RoomNews news, long rev) {
    news.textsAfter(rev).forEach(text -> outbox.offer(news.roomId(), news.upTo(), text));
  }

  private <T> void hold(List<T> held, T item) {
    if (held.size() < MAX_HELD) {
      held.add(item);
    } else {
      close(Closing.TOO_SLOW);
    }
  }

  private void offer(WireText text) {
    if (!outbox.offer(text)) {
      close(Closing.TOO_SLOW);
    }
  }
}
