package dev.parley.session;

import dev.parley.user.StoredPassword;
import dev.parley.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Sessions of people who have shown their password. */
@Stateless
public class PasswordSessions {
  @Inject UserService users;
  @Inject SessionService sessions;

  /**
   * Opens a session.
   *
   * @param proven what the password was checked against
   * @return empty if it was changed meanwhile, or its user disabled
   */
  public Optional<Grant> open(StoredPassword proven, String userAgent) {
    return users.lock(proven).map(user -> sessions.open(user, userAgent));
  }
}
