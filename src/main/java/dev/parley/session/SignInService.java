package dev.parley.session;

import dev.parley.user.Passwords;
import dev.parley.user.StoredPassword;
import dev.parley.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Signing in with a password. Hashes: call it in the {@link dev.parley.user.PasswordLane}. */
@Stateless
public class SignInService {
  @Inject UserService users;
  @Inject SessionService sessions;
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
    StoredPassword right = stored.orElseThrow(BadCredentialsException::new);
    rehashIfOutdated(right, credentials.password());
    return users
        .find(right.userId())
        .map(user -> sessions.open(user, userAgent))
        .orElseThrow(BadCredentialsException::new);
  }

  private static boolean matches(String password, Optional<StoredPassword> stored) {
    return Passwords.match(password, stored.flatMap(StoredPassword::hash));
  }

  private void rehashIfOutdated(StoredPassword stored, String password) {
    stored
        .hash()
        .filter(Passwords::outdated)
        .ifPresent(hash -> users.rehash(stored.userId(), Passwords.hash(password)));
  }
}
