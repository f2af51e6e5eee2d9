package dev.parley.session;

import dev.parley.platform.Duplicates;
import dev.parley.platform.Secrets;
import dev.parley.platform.Settings;
import dev.parley.platform.TooManyRequestsException;
import dev.parley.user.Username;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * How often a password may be guessed: so many failed tries an account and day, and ten times as
 * many a network and quarter of an hour; then one waits, each time twice as long. Counted in the
 * database, for all nodes. Sessions that are open go on all the same. Thread-safe.
 */
@ApplicationScoped
public class SignInLimits {
  /** The longest that a failure counts. */
  static final Duration MEMORY = Duration.ofDays(2);

  private static final Duration ACCOUNT_MEMORY = Duration.ofDays(1);
  private static final Duration NETWORK_MEMORY = Duration.ofMinutes(15);
  private static final int ACCOUNTS_PER_NETWORK = 10;
  private static final int TURNS = 64;

  @Inject Settings settings;
  @Inject FailedSignInService failures;

  private final Object[] turns = IntStream.range(0, TURNS).mapToObj(i -> new Object()).toArray();

  /**
   * Refuses at once who has no try left.
   *
   * @throws TooManyRequestsException until when
   */
  public void check(String username, String network) {
    if (settings.limits().signIn() > 0) {
      refuseDuringWait(ofNetwork(network));
      refuseDuringWait(ofAccount(username));
    }
  }

  /**
   * Tries a password. Tries of one account take turns on this node, so that of many at once no more
   * go through than are left.
   *
   * @throws TooManyRequestsException if there is no try left
   * @throws BadCredentialsException if it is not the right one, which counts
   */
  public void attempt(String username, String network, BooleanSupplier isRight) {
    String account = ofAccount(username);
    synchronized (turns[Math.floorMod(account.hashCode(), TURNS)]) {
      check(username, network);
      if (isRight.getAsBoolean()) {
        failures.forget(account);
        return;
      }
      count(account, settings.limits().signIn(), ACCOUNT_MEMORY);
      count(ofNetwork(network), ACCOUNTS_PER_NETWORK * settings.limits().signIn(), NETWORK_MEMORY);
    }
    throw new BadCredentialsException();
  }

  private void refuseDuringWait(String subject) {
    failures
        .waitOf(subject)
        .ifPresent(
            wait -> {
              throw new TooManyRequestsException(wait);
            });
  }

  private void count(String subject, int free, Duration memory) {
    if (free == 0) {
      return;
    }
    try {
      failures.add(subject, free, memory);
    } catch (RuntimeException e) {
      if (!Duplicates.caused(e)) {
        throw e;
      }
      failures.add(subject, free, memory); // another node was the first to count
    }
  }

  /** Not the name itself: now and then it is a password, typed into the wrong field. */
  private static String ofAccount(String username) {
    return Secrets.hash("account:" + Username.keyOf(username));
  }

  private static String ofNetwork(String network) {
    return Secrets.hash("network:" + network);
  }
}
