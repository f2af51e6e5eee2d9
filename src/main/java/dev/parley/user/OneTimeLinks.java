package dev.parley.user;

import dev.parley.platform.Secrets;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links that are good once: invitations and new passwords. */
@Stateless
public class OneTimeLinks {
  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /**
   * Makes a link; those of the kind that were made for the same user before are good no more.
   *
   * @param userId for whom; null for whoever has it
   */
  public IssuedLink issue(LinkKind kind, @Nullable Long userId, long createdBy) {
    Instant now = clock.instant();
    if (userId != null) {
      forget(kind, userId);
    }
    entities
        .createQuery("delete from OneTimeLink k where k.expiresAt <= :now")
        .setParameter("now", now)
        .executeUpdate();
    String secret = Secrets.random();
    Instant end = now.plus(kind.lifetime());
    entities.persist(new OneTimeLink(Secrets.hash(secret), kind, userId, createdBy, end));
    return new IssuedLink(secret, end);
  }

  /**
   * Looks at a link, which stays as good as it was.
   *
   * @return empty if it is unknown, of another kind, used or too old
   */
  public Optional<UsedLink> find(LinkKind kind, String secret) {
    return entities
        .createQuery(
            "select k from OneTimeLink k where k.hash = :hash and k.kind = :kind"
                + " and k.expiresAt > :now",
            OneTimeLink.class)
        .setParameter("hash", Secrets.hash(secret))
        .setParameter("kind", kind)
        .setParameter("now", clock.instant())
        .getResultList()
        .stream()
        .findFirst()
        .map(OneTimeLink::used);
  }

  /**
   * Uses a link up.
   *
   * @return empty if it is unknown, of another kind, used or too old
   */
  public Optional<UsedLink> redeem(LinkKind kind, String secret) {
    return find(kind, secret).filter(link -> delete(Secrets.hash(secret)));
  }

  /** Makes a user's links of a kind useless. */
  public void forget(LinkKind kind, long userId) {
    entities
        .createQuery("delete from OneTimeLink k where k.kind = :kind and k.userId = :user")
        .setParameter("kind", kind)
        .setParameter("user", userId)
        .executeUpdate();
  }

  /** The delete decides: of two uses at once, on any two nodes, one finds the row. */
  private boolean delete(String hash) {
    return entities
            .createQuery("delete from OneTimeLink k where k.hash = :hash")
            .setParameter("hash", hash)
            .executeUpdate()
        == 1;
  }
}
