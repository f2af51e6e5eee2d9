package dev.parley.session;

import dev.parley.audit.Act;
import dev.parley.audit.AuditAction;
import dev.parley.audit.AuditTrail;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.NotFoundException;
import dev.parley.user.LinkKind;
import dev.parley.user.OneTimeLinks;
import dev.parley.user.Passwords;
import dev.parley.user.StoredPassword;
import dev.parley.user.UsedLink;
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
  @Inject OneTimeLinks links;
  @Inject AuditTrail audit;

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
    links.forget(LinkKind.PASSWORD, user.id());
    sessions.endOthers(user.id(), caller.sessionId());
    audit.note(new Act(AuditAction.PASSWORD_CHANGED, user.id(), user.id(), network, ""));
  }

  /**
   * Gives someone who has a link for it another password, and ends all their sessions.
   *
   * @throws InvalidInputException if the link is not good, or the password easily guessed
   */
  public void reset(PasswordReset reset, String network) {
    long userId =
        links
            .redeem(LinkKind.PASSWORD, reset.secret())
            .map(UsedLink::userId)
            .orElseThrow(
                () -> new InvalidInputException("secret", "unknown", "is not good any more"));
    users.changePassword(userId, reset.newPassword());
    sessions.endAll(userId);
    audit.note(new Act(AuditAction.PASSWORD_RESET, userId, userId, network, ""));
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
