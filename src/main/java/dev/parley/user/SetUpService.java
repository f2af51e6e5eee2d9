package dev.parley.user;

import dev.parley.audit.Act;
import dev.parley.audit.AuditAction;
import dev.parley.audit.AuditTrail;
import dev.parley.platform.Secrets;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/**
 * How the first administrator becomes one: by a token that the server makes at its first start.
 * There is no password that comes with it.
 */
@Stateless
public class SetUpService {
  private static final String USED = "";

  @PersistenceContext EntityManager entities;
  @Inject UserRevs revs;
  @Inject AuditTrail audit;

  /**
   * Makes this the token, once for all nodes.
   *
   * @return whether there was none before
   */
  public boolean begin(String token) {
    return entities
            .createNativeQuery(
                "update server set set_up_hash = ?1 where id = 1 and set_up_hash is null")
            .setParameter(1, Secrets.hash(token))
            .executeUpdate()
        == 1;
  }

  /** Whether no token was made yet. */
  public boolean isToBegin() {
    return entities
            .createNativeQuery("select id from server where set_up_hash is null")
            .getResultList()
            .size()
        == 1;
  }

  /** Whether there was no first administrator yet. */
  public boolean isPending() {
    return !USED.equals(
        entities
            .createNativeQuery("select coalesce(set_up_hash, 'none') from server where id = 1")
            .getSingleResult());
  }

  /** Whether this is the token, and nobody has used it. */
  public boolean isToken(String token) {
    return entities
            .createNativeQuery("select id from server where set_up_hash = ?1")
            .setParameter(1, Secrets.hash(token))
            .getResultList()
            .size()
        == 1;
  }

  /**
   * Makes someone the first administrator. The condition decides: of two who have the token, one
   * does.
   *
   * @return the administrator; empty if the token was not right, or used before
   */
  public Optional<UserView> claim(String token, long userId, String network) {
    if (!use(token)) {
      return Optional.empty();
    }
    revs.advance(userId);
    audit.note(new Act(AuditAction.SERVER_SET_UP, userId, userId, network, ""));
    return Optional.ofNullable(entities.find(User.class, userId)).map(SetUpService::promoted);
  }

  private static UserView promoted(User user) {
    user.become(Role.ADMIN);
    return UserView.of(user);
  }

  private boolean use(String token) {
    return entities
            .createNativeQuery(
                "update server set set_up_hash = '' where id = 1 and set_up_hash = ?1")
            .setParameter(1, Secrets.hash(token))
            .executeUpdate()
        == 1;
  }
}
