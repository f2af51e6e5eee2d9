package dev.parley.session;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.DuplicateException;
import dev.parley.provider.Identity;
import dev.parley.user.ProvidedUser;
import dev.parley.user.ProvidedUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Where Parley learns who someone is whom the identity provider lets in: name, role, and rooms by
 * group. Thread-safe.
 */
@ApplicationScoped
@AgainAfterDeadlock
public class Introductions {
  private static final Logger LOG = System.getLogger(Introductions.class.getName());

  /** As many as may come at once by one name, or at least as many as anyone would try with. */
  private static final int MOST_TURNS = 50;

  @Inject ProvidedUsers users;
  @Inject Event<GroupsTold> told;

  /**
   * Takes in what the provider says of someone, before they come in.
   *
   * @param network where the request comes from
   */
  public ProvidedUser meet(Identity identity, String network) {
    ProvidedUser user = meetInTurn(identity, network);
    if (user.upToDate()) {
      told.fire(new GroupsTold(user.user().id(), identity.groups()));
    }
    return user;
  }

  /** Of those who take one name at once, one has it, and the others look again. */
  private ProvidedUser meetInTurn(Identity identity, String network) {
    for (int turn = 1; turn < MOST_TURNS; turn++) {
      try {
        return users.meet(identity, network);
      } catch (DuplicateException e) {
        LOG.log(Level.DEBUG, "Somebody else was first.", e);
      }
    }
    return users.meet(identity, network);
  }
}
