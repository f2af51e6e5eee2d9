package dev.parley.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.util.Base64URL;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

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

  /** How long the others are held: a server may have no more than twice as many threads. */
  private static final Duration QUEUE = Duration.ofMillis(100);

  /** Wishes that are remembered; a provider has two or three keys at a time. */
  private static final int FAMILIAR = 100;

  @Inject Provider provider;
  private final Set<Wish> familiar = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(ASKING);

  /** By what a key is looked for: one of another kind is asked for like one of another name. */
  private record Wish(
      @Nullable String name, JWSAlgorithm algorithm, @Nullable Base64URL certificate) {
    static Wish of(JWSHeader header) {
      return new Wish(
          header.getKeyID(), header.getAlgorithm(), header.getX509CertSHA256Thumbprint());
    }
  }

  /**
   * Whether there is a key that a token may be signed with.
   *
   * @throws JOSEException if the provider's keys cannot be had
   * @throws ProviderUnavailableException if it has never answered
   */
  boolean has(JWSHeader header) throws JOSEException {
    Wish wish = Wish.of(header);
    if (familiar.contains(wish)) {
      return true;
    }
    boolean known = Provider.ALGORITHMS.contains(header.getAlgorithm()) && wait(header, wish);
    if (known) {
      remember(wish);
    }
    return known;
  }

  private boolean wait(JWSHeader header, Wish wish) throws JOSEException {
    try {
      if (!places.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
        return familiar.contains(wish); // another token may have found it in the meantime
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      return ask(header);
    } finally {
      places.release();
    }
  }

  /**
   * Asks until there is an answer that is newer than the token: what others have asked for at the
   * same moment may have been answered before the provider had this key.
   */
  private boolean ask(JWSHeader header) throws JOSEException {
    long begin = System.nanoTime();
    while (!isKnown(header)) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(Provider.KEYS_PAUSE.toNanos() / 2);
    }
    return true;
  }

  private boolean isKnown(JWSHeader header) throws JOSEException {
    try {
      return !provider.known().keySelector().selectJWSKeys(header, null).isEmpty();
    } catch (RateLimitReachedException e) {
      return false; // others ask; its turn comes
    }
  }

  private void remember(Wish wish) {
    if (familiar.size() >= FAMILIAR) {
      familiar.clear();
    }
    familiar.add(wish);
  }
}
