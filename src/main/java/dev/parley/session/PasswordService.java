package dev.parley.session;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.NotFoundException;
import dev.parley.user.LinkKind;
import dev.parley.user.NewPassword;
import dev.parley.user.OneTimeLinks;
import dev.parley.user.Passwords;
import dev.parley.user.StoredPassword;
import dev.parley.user.UsedLink;
import dev.parley.user.UserService;
import dev.parley.user.UserView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * A new password, and what follows. Hashes, outside of transactions: call it in the {@link
 * dev.parley.user.PasswordLane}. Thread-safe.
 */
@ApplicationScoped
@AgainAfterDeadlock
public class PasswordService {
  @Inject UserService users;
  @Inject PasswordChanges changes;
  @Inject SignInLimits limits;
  @Inject OneTimeLinks links;

  /**
   * Changes the password and ends the user's other sessions: whoever knew the old one is out.
   *
   * @throws dev.parley.platform.InvalidInputException if the current password is not right, or the
   *     new one easily guessed
   * @throws dev.parley.platform.TooManyRequestsException if too many tries have failed
   */
  public void change(SignedIn caller, PasswordChange change, String network) {
    UserView user = users.find(caller.userId()).orElseThrow(NotFoundException::new);
    NewPassword chosen = chosen(change.newPassword(), user);
    StoredPassword proven = proven(user, change.currentPassword(), network);
    changes.change(caller, proven, chosen.hashed(), network);
  }

  /**
   * Gives someone who has a link for it another password, and ends all their sessions.
   *
   * @throws dev.parley.platform.InvalidInputException if the link is not good, or the password
   *     easily guessed
   */
  public void reset(PasswordReset reset, String network) {
    UserView user =
        links
            .find(LinkKind.PASSWORD, reset.secret())
            .map(UsedLink::userId)
            .flatMap(users::find)
            .orElseThrow(PasswordReset::notGood);
    String hash = chosen(reset.newPassword(), user).hashed();
    changes.reset(user.id(), reset.secret(), hash, network);
  }

  private static NewPassword chosen(String password, UserView user) {
    return NewPassword.of("newPassword", password, user.username(), user.displayName());
  }

  private StoredPassword proven(UserView user, String password, String network) {
    StoredPassword stored = users.passwordOf(user.id()).orElseThrow(NotFoundException::new);
    try {
      limits.attempt(user.username(), network, () -> Passwords.match(password, stored.hash()));
    } catch (BadCredentialsException e) {
      throw PasswordChange.notRight();
    }
    return stored;
  }
}
