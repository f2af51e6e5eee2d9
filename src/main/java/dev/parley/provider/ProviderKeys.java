package dev.parley.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import dev.parley.provider.Provider.Known;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for keys that tokens name and nobody knows yet. A provider may sign with a new key the
 * moment it has it; and anyone may make up names of keys, so only a few tokens wait, and not for
 * long. Thread-safe.
 */
@ApplicationScoped
public class ProviderKeys {
  /** How long the provider is asked again for a key that it does not tell of. */
  static final Duration PATIENCE = Duration.ofMillis(500);

  /** How long a token is held for which there is no place: a crowd must not hold all threads. */
  private static final Duration QUEUE = Duration.ofMillis(100);

  private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

  /** Tokens for which the provider is asked at the same time. */
  private static final int ASKING = 16;

  @Inject Provider provider;
  private final Semaphore places = new Semaphore(ASKING);

  /**
   * Whether there is a key that a token may be signed with.
   *
   * @throws JOSEException if the provider's keys cannot be had
   * @throws ProviderUnavailableException if it has never answered
   */
  boolean has(JWSHeader header) throws JOSEException {
    Known known = provider.known();
    if (!Provider.ALGORITHMS.contains(header.getAlgorithm())) {
      return false;
    }
    if (known.tells(header)) {
      return true;
    }
    if (!awaitPlace(known, header)) {
      return known.tells(header);
    }
    try {
      return ask(known, header);
    } finally {
      places.release();
    }
  }

  /** Waits for a place. What others are told meanwhile is seen here too, and needs none. */
  private boolean awaitPlace(Known known, JWSHeader header) {
    long begin = System.nanoTime();
    while (!places.tryAcquire()) {
      if (known.tells(header) || System.nanoTime() - begin > QUEUE.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }

  /**
   * Asks until there is an answer that is newer than the token: what others have asked for at the
   * same moment may have been answered before the provider had this key.
   */
  private static boolean ask(Known known, JWSHeader header) throws JOSEException {
    long begin = System.nanoTime();
    while (!isKnown(known, header)) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(Provider.KEYS_PAUSE.toNanos() / 2);
    }
    return true;
  }

  private static boolean isKnown(Known known, JWSHeader header) throws JOSEException {
    try {
      return !known.keySelector().selectJWSKeys(header, null).isEmpty();
    } catch (RateLimitReachedException e) {
      return false; // others ask; its turn comes
    }
  }
}
