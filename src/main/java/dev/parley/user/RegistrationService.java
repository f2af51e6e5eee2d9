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

/** Adds people who sign up, as far as it is allowed here. */
@Stateless
public class RegistrationService {
  @Inject UserService users;
  @Inject OneTimeLinks links;
  @Inject SetUpService setUp;
  @Inject AuditTrail audit;
  @Inject Settings settings;

  /**
   * Refuses whoever may not sign up now; uses nothing up.
   *
   * @param shown the secret of an invitation, or the set-up token
   * @throws RegistrationClosedException if this is not open to everyone, and nothing is shown
   * @throws InvalidInputException if what is shown is not good
   */
  public void requireWelcome(Optional<String> shown) {
    if (shown.isEmpty() && settings.signUps() != SignUps.OPEN) {
      throw new RegistrationClosedException(settings.signUps());
    }
    if (shown.isPresent() && invitation(shown.get()).isEmpty() && !setUp.isToken(shown.get())) {
      throw notGood();
    }
  }

  /**
   * Adds someone, and uses up what they have shown.
   *
   * @param network where the request comes from
   * @throws UsernameTakenException if someone has this name by now
   * @throws InvalidInputException if what is shown is not good any more
   */
  public UserView add(NewUser newcomer, Optional<String> shown, String network) {
    Optional<UsedLink> invitation = shown.flatMap(this::redeem);
    UserView user = users.register(newcomer);
    invitation.ifPresent(link -> noteUse(link, user, network));
    return shown.isPresent() && invitation.isEmpty()
        ? firstAdmin(user, shown.get(), network)
        : user;
  }

  private void noteUse(UsedLink link, UserView guest, String network) {
    audit.note(new Act(AuditAction.INVITATION_USED, guest.id(), link.createdBy(), network, ""));
  }

  private Optional<UsedLink> invitation(String secret) {
    return settings.signUps() == SignUps.CLOSED
        ? Optional.empty()
        : links.find(LinkKind.INVITATION, secret);
  }

  private Optional<UsedLink> redeem(String secret) {
    return settings.signUps() == SignUps.CLOSED
        ? Optional.empty()
        : links.redeem(LinkKind.INVITATION, secret);
  }

  /** Of several who show the token at once one is first, and the others have no account. */
  private UserView firstAdmin(UserView user, String token, String network) {
    return setUp.claim(token, user.id(), network).orElseThrow(RegistrationService::notGood);
  }

  private static InvalidInputException notGood() {
    return new InvalidInputException("invitation", "unknown", "is not good, or not any more");
  }
}
