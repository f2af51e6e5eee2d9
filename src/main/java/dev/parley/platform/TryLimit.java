package dev.parley.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;

/**
 * Counts what someone does, by key, in a window that slides. Of many tries at once no more go
 * through than are left: a try takes its place before it is known whether it counts, and the next
 * one waits for that where it is the last. Thread-safe.
 */
public final class TryLimit {
  /** Keys that are remembered; the least used are forgotten first. */
  private static final int MAX_KEYS = 100_000;

  private final int most;
  private final Duration window;
  private final Clock clock;
  private final Cache<String, Tries> byKey;

  /**
   * Makes a limit.
   *
   * @param most tries a key and window; 0 is no limit
   */
  public TryLimit(int most, Duration window, Clock clock) {
    this.most = most;
    this.window = window;
    this.clock = clock;
    this.byKey = Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterAccess(window).build();
  }

  /**
   * Refuses at once where nothing is left; takes nothing.
   *
   * @throws TooManyRequestsException until when
   */
  public void check(String key) {
    if (most > 0) {
      tries(key).check(clock.instant());
    }
  }

  /**
   * Begins a try, which counts only if it is then spent. Close it in any case.
   *
   * @throws TooManyRequestsException if nothing is left
   */
  public Try begin(String key) {
    if (most == 0) {
      return new Try(() -> {}, () -> {});
    }
    Tries tries = tries(key);
    tries.begin(clock);
    return new Try(() -> tries.spent(clock.instant()), tries::givenBack);
  }

  private Tries tries(String key) {
    return byKey.get(key, unknown -> new Tries(most, window));
  }
}
