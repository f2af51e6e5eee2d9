package dev.parley.realtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent on one connection: bounded, in order, with one send in flight. What has
 * gathered while a send was under way goes out in one text. Thread-safe.
 *
 * <p>For a reader that does not keep up, what is of the moment is dropped first, then the frames of
 * rooms; which rooms these are is told when what waits has gone out, and the reader asks for what
 * it missed.
 */
final class Outbox {
  /** Bytes that may wait. */
  static final int MAX_WAITING = 512 * 1024;

  private final Wire wire;
  private final Deque<WireText> waiting = new ArrayDeque<>();
  private final Map<Long, Long> missed = new TreeMap<>();
  private int size;
  private volatile boolean sending;
  private boolean closed;
  private volatile long lastSent = Monotonic.millis();

  Outbox(Wire wire) {
    this.wire = wire;
  }

  /**
   * Puts a text at the end that must not be lost.
   *
   * @return false if there is no room for it: the reader is too slow
   */
  boolean offer(WireText text) {
    @Nullable WireText next;
    synchronized (this) {
      if (size > MAX_WAITING) {
        return closed;
      }
      next = put(text);
    }
    send(next);
    return true;
  }

  /**
   * Puts a room's frames at the end, or notes that the room's reader missed them.
   *
   * @param rev of the last of the frames
   */
  void offer(long roomId, long rev, WireText text) {
    @Nullable WireText next;
    synchronized (this) {
      if (missed.containsKey(roomId) || size + text.bytes() > MAX_WAITING) {
        missed.put(roomId, rev);
        return;
      }
      next = put(text);
    }
    send(next);
  }

  /** Puts what is of the moment at the end, unless half of what may wait does so already. */
  void offerPassing(WireText text) {
    @Nullable WireText next;
    synchronized (this) {
      if (size + text.bytes() > MAX_WAITING / 2) {
        return;
      }
      next = put(text);
    }
    send(next);
  }

  /** Forgets what waits and takes nothing more. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    missed.clear();
    size = 0;
  }

  /** When the last text went out, in monotonic ms. */
  long lastSent() {
    return lastSent;
  }

  /** Whether a send has been under way for so many ms. */
  boolean isStuck(long now, long ms) {
    return sending && now - lastSent > ms;
  }

  private void sent() {
    @Nullable WireText next;
    synchronized (this) {
      sending = false;
      tellMissed();
      next = take();
    }
    send(next);
  }

  private void send(@Nullable WireText text) {
    if (text != null) {
      wire.send(text, this::sent);
    }
  }

  private @Nullable WireText put(WireText text) {
    if (closed) {
      return null;
    }
    waiting.add(text);
    size += text.bytes();
    return take();
  }

  private void tellMissed() {
    if (waiting.isEmpty() && !missed.isEmpty() && !closed) {
      var text = WireText.frame(new ServerFrames.ResyncFrame("resync", new TreeMap<>(missed)));
      missed.clear();
      waiting.add(text);
      size += text.bytes();
    }
  }

  /** Takes what goes out next, joined; null while a send is under way or nothing waits. */
  private @Nullable WireText take() {
    if (sending || waiting.isEmpty()) {
      return null;
    }
    lastSent = Monotonic.millis(); // first: who sees a send under way sees when it began
    sending = true;
    var next = new ArrayList<WireText>();
    int bytes = -1; // a line feed stands between two
    do {
      WireText text = waiting.remove();
      size -= text.bytes();
      bytes += 1 + text.bytes();
      next.add(text);
    } while (!waiting.isEmpty() && bytes + 1 + waiting.element().bytes() <= WireText.MAX_JOINED);
    return WireText.join(next);
  }
}
