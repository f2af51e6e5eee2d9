package dev.parley.user;

import dev.parley.audit.Act;
import dev.parley.audit.AuditAction;
import dev.parley.audit.AuditTrail;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.Settings;
import dev.parley.platform.SignUps;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Signing up, as far as it is allowed here. Hashes: call it in the {@link PasswordLane}. */
@Stateless
public class SignUpService {
  @Inject UserService users;
  @Inject OneTimeLinks links;
  @Inject SetUpService setUp;
  @Inject AuditTrail audit;
  @Inject Settings settings;

  /**
   * Makes an account.
   *
   * @param network where the request comes from
   * @throws RegistrationClosedException if this is not open to everyone, and no invitation is shown
   * @throws InvalidInputException if an invitation is shown that is not good
   */
  public UserView signUp(SignUp wish, String network) {
    Optional<UsedLink> invitation = wish.shown().flatMap(this::redeem);
    boolean first = wish.shown().filter(setUp::isToken).isPresent();
    if (wish.shown().isPresent() && invitation.isEmpty() && !first) {
      throw notGood();
    }
    if (settings.signUps() != SignUps.OPEN && wish.shown().isEmpty()) {
      throw new RegistrationClosedException(settings.signUps());
    }
    UserView user = users.register(wish.registration());
    invitation.ifPresent(link -> noteUse(link, user, network));
    return first ? firstAdmin(user, wish, network) : user;
  }

  private void noteUse(UsedLink link, UserView guest, String network) {
    audit.note(new Act(AuditAction.INVITATION_USED, guest.id(), link.createdBy(), network, ""));
  }

  private Optional<UsedLink> redeem(String secret) {
    return settings.signUps() == SignUps.CLOSED
        ? Optional.empty()
        : links.redeem(LinkKind.INVITATION, secret);
  }

  /** Of several who show the token at once one is first, and the others have no account. */
  private UserView firstAdmin(UserView user, SignUp wish, String network) {
    return wish.shown()
        .flatMap(token -> setUp.claim(token, user.id(), network))
        .orElseThrow(SignUpService::notGood);
  }

  private static InvalidInputException notGood() {
    return new InvalidInputException("invitation", "unknown", "is not good, or not any more");
  }
}
