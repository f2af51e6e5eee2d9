package dev.parley.session;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.user.Passwords;
import dev.parley.user.StoredPassword;
import dev.parley.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Signing in with a password. Hashes, outside of transactions: call it in the {@link
 * dev.parley.user.PasswordLane}. Thread-safe.
 */
@ApplicationScoped
@AgainAfterDeadlock
public class SignInService {
  @Inject UserService users;
  @Inject PasswordSessions sessions;
  @Inject SignInLimits limits;

  /**
   * Opens a session for whoever knows the password.
   *
   * @param network where the request comes from
   * @param userAgent what the client says it is
   * @throws BadCredentialsException if name or password is not right
   * @throws dev.parley.platform.TooManyRequestsException if too many tries have failed
   */
  public Grant signIn(Credentials credentials, String network, String userAgent) {
    Optional<StoredPassword> stored =
        users.passwordOf(credentials.username()).filter(StoredPassword::active);
    limits.attempt(credentials.username(), network, () -> matches(credentials.password(), stored));
    return stored
        .map(right -> upToDate(right, credentials.password()))
        .flatMap(right -> sessions.open(right, userAgent))
        .orElseThrow(BadCredentialsException::new);
  }

  private static boolean matches(String password, Optional<StoredPassword> stored) {
    return Passwords.match(password, stored.flatMap(StoredPassword::hash));
  }

  private StoredPassword upToDate(StoredPassword stored, String password) {
    return stored
        .hash()
        .filter(Passwords::outdated)
        .map(hash -> users.rehash(stored, Passwords.hash(password)))
        .orElse(stored);
  }
}
