package dev.parley.session;

import dev.parley.platform.InvalidInputException;
import dev.parley.platform.NotFoundException;
import dev.parley.user.Passwords;
import dev.parley.user.StoredPassword;
import dev.parley.user.UserService;
import dev.parley.user.UserView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * A new password, and what follows. Hashes: call it in the {@link dev.parley.user.PasswordLane}.
 */
@Stateless
public class PasswordService {
  @Inject UserService users;
  @Inject SessionService sessions;
  @Inject SignInLimits limits;

  /**
   * Changes the password and ends the user's other sessions: whoever knew the old one is out.
   *
   * @throws InvalidInputException if the current password is not right, or the new one easily
   *     guessed
   * @throws dev.parley.platform.TooManyRequestsException if too many tries have failed
   */
  public void change(SignedIn caller, PasswordChange change, String network) {
    UserView user = users.find(caller.userId()).orElseThrow(NotFoundException::new);
    check(user, change.currentPassword(), network);
    users.changePassword(user.id(), change.newPassword());
    sessions.endOthers(user.id(), caller.sessionId());
  }

  private void check(UserView user, String password, String network) {
    var hash = users.passwordOf(user.id()).flatMap(StoredPassword::hash);
    try {
      limits.attempt(user.username(), network, () -> Passwords.match(password, hash));
    } catch (BadCredentialsException e) {
      throw new InvalidInputException("currentPassword", "wrong", "is not right");
    }
  }
}
