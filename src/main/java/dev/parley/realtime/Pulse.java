package dev.parley.realtime;

/** When a connection's client was last heard, in monotonic ms. Thread-safe. */
final class Pulse {
  private final long openedAt;
  private volatile long lastReceived;
  private volatile long lastPing;

  Pulse(long now) {
    this.openedAt = now;
    this.lastReceived = now;
    this.lastPing = now;
  }

  /** Notes that the client sent something. */
  void received(long now) {
    lastReceived = now;
  }

  /** Notes that the client was asked whether it is there. */
  void pinged(long now) {
    lastPing = now;
  }

  long openFor(long now) {
    return now - openedAt;
  }

  long silentFor(long now) {
    return now - lastReceived;
  }

  /**
   * For how long one of the two sides has been quiet: the client may fall asleep to what it hears,
   * and cannot tell a dead server from a silent one.
   */
  long quietFor(long now, long lastSent) {
    return now - Math.max(lastPing, Math.min(lastReceived, lastSent));
  }
}
