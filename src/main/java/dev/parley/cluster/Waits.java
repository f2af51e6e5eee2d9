package dev.parley.cluster;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next try: twice as long each time, up to a bound that leaves time to
 * be back within 5 s of the bus, and by chance a little less, so that not all nodes come at once.
 */
final class Waits {
  static final Duration MOST = Duration.ofSeconds(4);
  private static final long FIRST_MILLIS = 100;
  private static final int DOUBLINGS = 6; // more than enough to reach the bound

  private Waits() {}

  /**
   * The wait after some tries in vain.
   *
   * @param tries from 0
   */
  static Duration after(int tries) {
    long whole = Math.min(MOST.toMillis(), FIRST_MILLIS << Math.min(tries, DOUBLINGS));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(whole / 2, whole + 1));
  }
}
