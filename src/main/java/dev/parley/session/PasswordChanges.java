package dev.parley.session;

import dev.parley.audit.Act;
import dev.parley.audit.AuditAction;
import dev.parley.audit.AuditTrail;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import dev.parley.user.LinkKind;
import dev.parley.user.OneTimeLinks;
import dev.parley.user.StoredPassword;
import dev.parley.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Stores new passwords, and what follows from them. */
@Stateless
public class PasswordChanges {
  @Inject UserService users;
  @Inject SessionService sessions;
  @Inject OneTimeLinks links;
  @Inject AuditTrail audit;

  /**
   * Stores the password that someone chose who knew the old one, and ends their other sessions.
   *
   * @param proven what the old one was checked against
   * @param hash of the new one
   * @throws InvalidInputException if the password was changed meanwhile
   * @throws ProblemException with 401 if the caller's session has ended meanwhile
   */
  public void change(SignedIn caller, StoredPassword proven, String hash, String network) {
    if (!users.changePassword(proven, hash)) {
      throw PasswordChange.notRight();
    }
    if (!sessions.isLive(caller)) {
      throw new ProblemException(ProblemType.UNAUTHORIZED, "Sign in again.");
    }
    links.forget(LinkKind.PASSWORD, caller.userId());
    sessions.endOthers(caller.userId(), caller.sessionId());
    audit.note(
        new Act(AuditAction.PASSWORD_CHANGED, caller.userId(), caller.userId(), network, ""));
  }

  /**
   * Stores the password that someone chose who has a link for it, and ends all their sessions.
   *
   * @param hash of the new one
   * @throws InvalidInputException if the link is not good any more
   */
  public void reset(long userId, String secret, String hash, String network) {
    users.resetPassword(userId, hash); // the user's row before the link's, as everywhere
    if (links.redeem(LinkKind.PASSWORD, secret).isEmpty()) {
      throw PasswordReset.notGood();
    }
    sessions.endAll(userId);
    audit.note(new Act(AuditAction.PASSWORD_RESET, userId, userId, network, ""));
  }
}
