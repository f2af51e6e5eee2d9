package dev.parley.session;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Duplicates;
import dev.parley.provider.Identity;
import dev.parley.user.ProvidedUser;
import dev.parley.user.ProvidedUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Where Parley learns who someone is whom the identity provider lets in: name, role, and rooms by
 * group. Thread-safe.
 */
@ApplicationScoped
@AgainAfterDeadlock
public class Introductions {
  @Inject ProvidedUsers users;
  @Inject Event<GroupsTold> told;

  /**
   * Takes in what the provider says of someone, before they come in.
   *
   * @param network where the request comes from
   */
  public ProvidedUser meet(Identity identity, String network) {
    ProvidedUser user = meetOnce(identity, network);
    if (user.upToDate()) {
      told.fire(new GroupsTold(user.user().id(), identity.groups()));
    }
    return user;
  }

  private ProvidedUser meetOnce(Identity identity, String network) {
    try {
      return users.meet(identity, network);
    } catch (RuntimeException e) {
      if (!Duplicates.caused(e)) {
        throw e;
      }
      return users.meet(identity, network); // somebody else met them first
    }
  }
}
