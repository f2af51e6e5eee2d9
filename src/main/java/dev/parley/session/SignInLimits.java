package dev.parley.session;

import dev.parley.platform.Settings;
import dev.parley.platform.TooManyRequestsException;
import dev.parley.platform.Try;
import dev.parley.platform.TryLimit;
import dev.parley.user.Username;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How often a password may be guessed: so many failed tries an account, and ten times as many a
 * network. Sessions that are open go on all the same.
 */
@ApplicationScoped
public class SignInLimits {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int ACCOUNTS_PER_NETWORK = 10;

  @Inject Settings settings;
  @Inject Clock clock;
  private TryLimit accounts;
  private TryLimit networks;

  @PostConstruct
  void open() {
    int most = settings.limits().signIn();
    accounts = new TryLimit(most, WINDOW, clock);
    networks = new TryLimit(ACCOUNTS_PER_NETWORK * most, WINDOW, clock);
  }

  /**
   * Refuses at once who has no try left.
   *
   * @throws TooManyRequestsException until when
   */
  public void check(String username, String network) {
    networks.check(network);
    accounts.check(Username.keyOf(username));
  }

  /**
   * Tries a password.
   *
   * @throws TooManyRequestsException if there is no try left
   * @throws BadCredentialsException if it is not the right one, which counts
   */
  public void attempt(String username, String network, BooleanSupplier isRight) {
    try (Try byNetwork = networks.begin(network);
        Try byAccount = accounts.begin(Username.keyOf(username))) {
      if (!isRight.getAsBoolean()) {
        byNetwork.spend();
        byAccount.spend();
        throw new BadCredentialsException();
      }
    }
  }
}
