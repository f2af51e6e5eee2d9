package dev.parley.realtime;

import dev.parley.testing.ChatSocket.RefusedException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes one message after the other, each until it is acknowledged, and starts over at another
 * node where it loses its own.
 */
final class RestlessWriter implements Runnable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

  private final Follower follower;
  private final long room;
  private final long pauseNanos;
  private final Backoff coming = new Backoff();
  private final Backoff sending = new Backoff();
  private volatile boolean ended;
  private @Nullable Throwable trouble; // the last one

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

  @Override
  public void run() {
    long next = System.nanoTime();
    for (int i = 0; !ended; i++) {
      String cid = follower.person().username() + "-" + room + "-" + i;
      follower.write(room, cid, "text of " + cid);
      settle();
      next = Math.max(next + pauseNanos, System.nanoTime());
      rest(next);
    }
    settle();
  }

  /** Does nothing until then, but for coming back where the connection is lost meanwhile. */
  private void rest(long until) {
    if (follower.isLostWithin(Duration.ofNanos(Math.max(0, until - System.nanoTime())))) {
      settle();
    }
  }

  /** Returns when it is connected and all that it wrote is acknowledged. */
  private void settle() {
    long end = System.nanoTime() + PATIENCE;
    while (!isSettled(end)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(follower.person() + " does not get on", trouble);
      }
    }
    coming.reset();
    sending.reset();
  }

  private boolean isSettled(long end) {
    if (follower.isLostWithin(Duration.ZERO)) {
      wait(coming.next(follower.leave()));
    }
    try {
      follower.comeBack();
      return true;
    } catch (NotNowException later) {
      trouble = later;
      coming.reset(); // for this was said on a connection
      follower.isLostWithin(sending.next(later.retryAfterMs()));
    } catch (AssertionError | CompletionException | UncheckedIOException | RefusedException lost) {
      trouble = lost;
      giveUp(end, lost);
      wait(coming.next(follower.leave()));
    }
    return false;
  }

  private void giveUp(long end, Throwable lost) {
    if (System.nanoTime() > end) {
      throw new AssertionError(follower.person() + " does not come back", lost);
    }
  }

  private static void wait(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }
}
