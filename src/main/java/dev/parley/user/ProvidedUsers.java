package dev.parley.user;

import dev.parley.audit.Act;
import dev.parley.audit.AuditAction;
import dev.parley.audit.AuditTrail;
import dev.parley.platform.Duplicates;
import dev.parley.platform.NewIds;
import dev.parley.platform.ProviderSettings;
import dev.parley.platform.Settings;
import dev.parley.provider.Identity;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/**
 * People whom the identity provider tells of: made at first sight, and afterwards called, and given
 * a role, as it says.
 */
@Stateless
public class ProvidedUsers {
  private static final long NOBODY = 0;

  @PersistenceContext EntityManager entities;
  @Inject NewIds ids;
  @Inject UserRevs revs;
  @Inject AuditTrail audit;
  @Inject Event<UserRenamed> renamed;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Someone's id here, who was here before. */
  public Optional<Long> find(String key) {
    return byKey(key).map(User::id);
  }

  /**
   * Takes in what the provider says of someone. Two that meet a newcomer at once collide on the
   * unique key, and the later one has to meet them again.
   *
   * @param network where the request comes from
   */
  public ProvidedUser meet(Identity identity, String network) {
    return byKey(identity.key())
        .map(known -> follow(known.id(), identity, network))
        .orElseGet(() -> welcome(identity));
  }

  private ProvidedUser welcome(Identity identity) {
    Username username = freeName(identity.username(), NOBODY);
    var user =
        new User(
            ids.next("users"),
            username,
            ProvidedNames.displayName(identity.displayName(), username),
            identity,
            role(identity).orElse(Role.USER),
            clock.instant());
    entities.persist(user);
    Duplicates.flush(entities);
    return provided(user, true);
  }

  /** The condition decides whether anything newer was told; it locks the user too. */
  private ProvidedUser follow(long userId, Identity identity, String network) {
    boolean upToDate =
        entities
                .createQuery(
                    "update User u set u.claimsAt = :at"
                        + " where u.id = :id and (u.claimsAt is null or u.claimsAt <= :at)")
                .setParameter("at", identity.issuedAt())
                .setParameter("id", userId)
                .executeUpdate()
            == 1;
    User user = entities.find(User.class, userId);
    entities.refresh(user);
    if (upToDate) {
      boolean renamed = rename(user, identity);
      boolean promoted = changeRole(user, identity, network);
      if (renamed || promoted) {
        Duplicates.flush(entities);
        revs.advance(userId);
      }
    }
    return provided(user, upToDate);
  }

  private boolean rename(User user, Identity identity) {
    boolean another = !user.isCalled(identity.username());
    Username username =
        another
            ? freeName(identity.username(), user.id())
            : new Username(user.username(), user.usernameKey());
    DisplayName name = ProvidedNames.displayName(identity.displayName(), username);
    boolean shown = !name.text().equals(user.displayName());
    if (another) {
      user.become(username, identity.username());
    }
    if (shown) {
      user.rename(name);
      renamed.fire(new UserRenamed(new Person(user.id(), name.text())));
    }
    return another || shown;
  }

  private boolean changeRole(User user, Identity identity, String network) {
    Role role = role(identity).orElse(user.role());
    if (role == user.role()) {
      return false;
    }
    user.become(role);
    String detail = role.name().toLowerCase(Locale.ROOT) + ", by group";
    audit.note(new Act(AuditAction.ROLE_CHANGED, null, user.id(), network, detail));
    return true;
  }

  /** What the groups make of someone; empty where they decide nothing. */
  private Optional<Role> role(Identity identity) {
    return settings
        .provider()
        .filter(ProviderSettings::decidesRoles)
        .map(provider -> !Collections.disjoint(provider.adminGroups(), identity.groups()))
        .map(admin -> admin ? Role.ADMIN : Role.USER);
  }

  private Username freeName(String told, long userId) {
    return ProvidedNames.usernames(told)
        .filter(name -> isFree(name, userId))
        .findFirst()
        .orElseThrow();
  }

  private boolean isFree(Username name, long userId) {
    return entities
        .createQuery(
            "select u.id from User u where u.usernameKey = :key and u.id <> :id", Long.class)
        .setParameter("key", name.key())
        .setParameter("id", userId)
        .getResultList()
        .isEmpty();
  }

  private Optional<User> byKey(String key) {
    return entities
        .createQuery("select u from User u where u.providerKey = :key", User.class)
        .setParameter("key", key)
        .getResultList()
        .stream()
        .findFirst();
  }

  private static ProvidedUser provided(User user, boolean upToDate) {
    return new ProvidedUser(UserView.of(user), user.isActive(), upToDate);
  }
}
