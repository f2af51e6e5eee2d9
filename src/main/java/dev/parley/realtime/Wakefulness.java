package dev.parley.realtime;

/**
 * Whether this node ran all the time. One that stood still, for whatever reason, asks the database
 * before it tells anything: people may have been removed meanwhile. Thread-safe.
 */
final class Wakefulness {
  /** Milliseconds without a tick after which the node is taken to have stood still. */
  static final long MOST = 1_000;

  private long lastTick;
  private long noticed;
  private boolean asking;

  Wakefulness(long now) {
    lastTick = now;
  }

  /** Notes that the node runs. */
  synchronized void tick(long now) {
    isAwake(now);
    lastTick = now;
  }

  /** Whether nothing needs to be asked before telling. */
  synchronized boolean isAwake(long now) {
    if (!asking && now - lastTick > MOST) {
      asking = true;
      noticed = now;
    }
    return !asking;
  }

  /**
   * Notes that the database was asked.
   *
   * @param began when the asking began: what was asked before the node stood still is too old
   */
  synchronized void asked(long began) {
    if (began >= noticed) {
      asking = false;
    }
  }
}
