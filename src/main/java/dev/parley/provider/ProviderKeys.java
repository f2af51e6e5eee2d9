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
  /** How long a token is held whose key is not known. */
  static final Duration PATIENCE = Duration.ofMillis(500);

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
    long begin = System.nanoTime();
    while (!known.tells(header) && !ask(known, header)) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(Provider.KEYS_PAUSE.toNanos() / 2);
    }
    return true;
  }

  /**
   * Asks the provider, if there is a place. What others have asked for at the same moment may have
   * been answered before the provider had this key, so one answer is not the end.
   */
  private boolean ask(Known known, JWSHeader header) throws JOSEException {
    if (!places.tryAcquire()) {
      return false; // what the others are told is seen here too
    }
    try {
      return !known.keySelector().selectJWSKeys(header, null).isEmpty();
    } catch (RateLimitReachedException e) {
      return false; // its turn comes
    } finally {
      places.release();
    }
  }
}
