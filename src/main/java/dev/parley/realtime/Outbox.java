package dev.parley.realtime;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What waits to be sent on one connection: bounded, in order, with one send in flight. What has
 * gathered while a send was under way goes out in one text. Thread-safe.
 */
final class Outbox {
  /** UTF-16 units that may wait. */
  static final int MAX_WAITING = 512 * 1024;

  /** UTF-16 units that are joined into one text; a larger single frame goes alone. */
  static final int MAX_JOINED = 60 * 1024;

  private final Wire wire;
  private final Deque<String> waiting = new ArrayDeque<>();
  private int size;
  private boolean sending;
  private boolean closed;
  private volatile long lastSent = Monotonic.millis();

  Outbox(Wire wire) {
    this.wire = wire;
  }

  /**
   * Puts a text at the end.
   *
   * @return false if there is no room for it: the reader is too slow
   */
  boolean offer(String text) {
    String next;
    synchronized (this) {
      if (closed) {
        return true;
      }
      if (size + text.length() > MAX_WAITING) {
        return false;
      }
      waiting.add(text);
      size += text.length();
      next = take();
    }
    send(next);
    return true;
  }

  /** Forgets what waits and takes nothing more. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    size = 0;
  }

  /** When the last text went out, in monotonic ms. */
  long lastSent() {
    return lastSent;
  }

  private void sent() {
    String next;
    synchronized (this) {
      sending = false;
      next = take();
    }
    send(next);
  }

  private void send(String text) {
    if (!text.isEmpty()) {
      lastSent = Monotonic.millis();
      wire.send(text, this::sent);
    }
  }

  /** Takes what goes out next, joined; empty while a send is under way or nothing waits. */
  private String take() {
    if (sending || waiting.isEmpty()) {
      return "";
    }
    sending = true;
    String first = waiting.remove();
    size -= first.length();
    if (waiting.isEmpty()) {
      return first;
    }
    var joined = new StringBuilder(first);
    while (!waiting.isEmpty() && joined.length() + 1 + waiting.peek().length() <= MAX_JOINED) {
      String text = waiting.remove();
      size -= text.length();
      joined.append('\n').append(text);
    }
    return joined.toString();
  }
}
