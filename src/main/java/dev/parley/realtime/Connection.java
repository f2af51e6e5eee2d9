package dev.parley.realtime;

import dev.parley.platform.Json;
import dev.parley.session.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One socket of one signed-in user. What is told before {@code hello} is answered is held back
 * until the reply is out. Thread-safe.
 */
final class Connection {
  private static final int MAX_HELD = 10_000;

  private final Wire wire;
  private final SignedIn who;
  private final Executor closers;
  private final Outbox outbox;
  private final FrameParts parts = new FrameParts();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean greeted = new AtomicBoolean();
  private final AtomicInteger badFrames = new AtomicInteger();
  private final Set<Long> rooms = ConcurrentHashMap.newKeySet();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final long openedAt;
  private volatile long lastReceived;
  private volatile long lastPing;
  private boolean open;
  private List<RoomNews> heldNews = new ArrayList<>();
  private List<String> heldTexts = new ArrayList<>();

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
    this.openedAt = now;
    this.lastReceived = now;
    this.lastPing = now;
  }

  long userId() {
    return who.userId();
  }

  long sessionId() {
    return who.sessionId();
  }

  /** Tells an advance of a room, or holds it back. */
  void tell(RoomNews news) {
    synchronized (this) {
      if (!open) {
        hold(heldNews, news);
        return;
      }
    }
    news.texts().forEach(this::offer);
  }

  /** Tells something that belongs to no room's log, or holds it back. */
  void tell(Object frame) {
    String text = Json.write(frame);
    synchronized (this) {
      if (!open) {
        hold(heldTexts, text);
        return;
      }
    }
    offer(text);
  }

  /** Sends a reply or the last word, whether open or not. */
  void reply(Object frame) {
    offer(Json.write(frame));
  }

  /**
   * Sends the reply to {@code hello}, then what was held back and is newer than the reply.
   *
   * @param upTo the rev up to which the reply tells each room
   */
  void open(@Nullable Long id, Object greeting, Map<Long, Long> upTo) {
    synchronized (this) {
      reply(new Reply(id, greeting, null));
      heldTexts.forEach(this::offer);
      heldNews.forEach(
          news -> news.textsAfter(upTo.getOrDefault(news.roomId(), 0L)).forEach(this::offer));
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

  /** Notes that the client sent something. */
  void received(long now) {
    lastReceived = now;
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

  long openedAt() {
    return openedAt;
  }

  long lastReceived() {
    return lastReceived;
  }

  /**
   * Since when one of the two sides has been quiet: the client may fall asleep to what it hears,
   * and cannot tell a dead server from a silent one.
   */
  long quietSince() {
    return Math.max(lastPing, Math.min(lastReceived, outbox.lastSent()));
  }

  /** Asks whether the client is there. */
  void ping(long now) {
    lastPing = now;
    tell(new ServerFrames.PingFrame("ping"));
  }

  private <T> void hold(List<T> held, T item) {
    if (held.size() < MAX_HELD) {
      held.add(item);
    } else {
      close(Closing.TOO_SLOW);
    }
  }

  private void offer(String text) {
    if (!outbox.offer(text)) {
      close(Closing.TOO_SLOW);
    }
  }
}
