package dev.parley.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How often something may happen for each key: a token bucket that fills evenly. Counts on this
 * node and in memory; a bucket that is not used for a while is full again and forgotten.
 * Thread-safe.
 */
public final class RateLimit {
  private static final long MAX_KEYS = 200_000;

  private final Optional<Cache<Object, Bucket>> buckets;
  private final Supplier<Bucket> full;
  private final long burst;

  private RateLimit(Optional<Cache<Object, Bucket>> buckets, Supplier<Bucket> full, long burst) {
    this.burst = burst;
    this.buckets = buckets;
    this.full = full;
  }

  /** No limit. */
  public static RateLimit off() {
    return new RateLimit(Optional.empty(), () -> Bucket.builder().build(), Long.MAX_VALUE);
  }

  /** {@code rate} a second for each key, with bursts of {@code burst}. */
  public static RateLimit perSecond(int rate, int burst) {
    return of(burst, rate, Duration.ofSeconds(1));
  }

  /** {@code rate} in each {@code period} for each key, all at once or spread. */
  public static RateLimit per(Duration period, int rate) {
    return of(rate, rate, period);
  }

  /**
   * Counts one for the key.
   *
   * @throws TooManyRequestsException if it is over the limit; then nothing is counted
   */
  public void take(Object key) {
    take(key, 1);
  }

  /**
   * Counts several for the key, or none. Of more than a burst no more than a burst is counted, for
   * nobody could ever wait for the others.
   *
   * @throws TooManyRequestsException if it is over the limit; then nothing is counted
   */
  public void take(Object key, int count) {
    if (buckets.isPresent()) {
      ConsumptionProbe probe =
          buckets
              .get()
              .get(key, k -> full.get())
              .tryConsumeAndReturnRemaining(Math.min(count, burst));
      if (!probe.isConsumed()) {
        throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
      }
    }
  }

  /** Counts one for the key, unless it is over the limit; tells whether it counted. */
  public boolean tryTake(Object key) {
    return buckets.isEmpty() || buckets.get().get(key, k -> full.get()).tryConsume(1);
  }

  private static RateLimit of(int burst, int rate, Duration period) {
    Duration untilFull = period.multipliedBy(burst).dividedBy(rate).plusSeconds(1);
    return new RateLimit(
        Optional.of(
            Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterAccess(untilFull).build()),
        () ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(rate, period))
                .build(),
        burst);
  }
}
