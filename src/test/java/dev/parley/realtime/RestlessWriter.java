package dev.parley.realtime;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes one message after the other, each until it is acknowledged, and starts over at another
 * node where its own says nothing more.
 */
final class RestlessWriter implements Runnable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);
  private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(200);

  private final Follower follower;
  private final long room;
  private final long pauseNanos;
  private volatile boolean ended;
  private long longestOutage;

  RestlessWriter(Follower follower, long room, int pauseMs) {
    this.follower = follower;
    this.room = room;
    this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(pauseMs);
  }

  Follower follower() {
    return follower;
  }

  long room() {
    return room;
  }

  void end() {
    ended = true;
  }

  /** The longest that it took to be acknowledged again after a failure. */
  long longestOutageMs() {
    return TimeUnit.NANOSECONDS.toMillis(longestOutage);
  }

  /** The seq of each of its messages, by cid. */
  Map<String, Long> acknowledged() {
    return new TreeMap<>(follower.acknowledged());
  }

  @Override
  public void run() {
    for (int i = 0; !ended; i++) {
      write(follower.person().username() + "-" + i);
      LockSupport.parkNanos(pauseNanos);
    }
  }

  private void write(String cid) {
    try {
      follower.send(room, cid, "text of " + cid);
    } catch (AssertionError | CompletionException | UncheckedIOException lost) {
      startOver(lost);
    }
  }

  private void startOver(Throwable first) {
    long began = System.nanoTime();
    while (!startedOver()) {
      if (System.nanoTime() - began > PATIENCE) {
        throw new AssertionError(follower.person() + " does not come back", first);
      }
      LockSupport.parkNanos(AGAIN);
    }
    longestOutage = Math.max(longestOutage, System.nanoTime() - began);
  }

  private boolean startedOver() {
    try {
      follower.startOver();
      return true;
    } catch (RuntimeException | AssertionError stillAway) {
      return false;
    }
  }
}
