package dev.parley.session;

import dev.parley.platform.NotFoundException;
import dev.parley.provider.GrantSeal;
import dev.parley.provider.Identity;
import dev.parley.provider.ProviderGrant;
import dev.parley.provider.SignedOn;
import dev.parley.user.UserView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sessions of browsers that the identity provider let in, and what it gave to keep them going. */
@Stateless
public class BrowserSessions {
  /** So often at most the provider is asked whether a session goes on. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  @PersistenceContext EntityManager entities;
  @Inject SessionService sessions;
  @Inject GrantSeal seal;
  @Inject Clock clock;

  /**
   * Opens a session for someone who comes back from the provider.
   *
   * @return empty if the provider has told in the meantime that it has ended
   */
  public Optional<Grant> open(UserView user, SignedOn signedOn, String userAgent) {
    if (isOver(signedOn.identity())) {
      return Optional.empty();
    }
    Grant grant = sessions.open(user, userAgent);
    entities.persist(
        ProviderSession.ofBrowser(
            grant.sessionId(),
            signedOn.identity().sid().orElse(null),
            seal.close(signedOn.grant()),
            clock.instant()));
    return Optional.of(grant);
  }

  private boolean isOver(Identity identity) {
    return identity
        .sid()
        .filter(sid -> entities.find(EndedProviderSession.class, sid) != null)
        .isPresent();
  }

  /** Whether this is the person whose session it is. */
  public boolean isOf(long sessionId, Identity identity) {
    return !entities
        .createQuery(
            "select s.id from Session s join User u on u.id = s.userId"
                + " where s.id = :id and u.providerKey = :key",
            Long.class)
        .setParameter("id", sessionId)
        .setParameter("key", identity.key())
        .getResultList()
        .isEmpty();
  }

  /** What the provider gave for a session; empty where it did not begin it, or gave nothing. */
  public Optional<ProviderGrant> grant(long sessionId) {
    return entities
        .createQuery(
            "select p.sealedGrant from ProviderSession p"
                + " where p.sessionId = :id and p.sealedGrant is not null",
            String.class)
        .setParameter("id", sessionId)
        .getResultList()
        .stream()
        .findFirst()
        .flatMap(seal::open);
  }

  /**
   * Takes the turn to ask the provider. The condition decides: of two that ask at once, on any two
   * nodes, one has it.
   *
   * @return whether it is time to ask, and nobody else does
   */
  public boolean takeTurn(long sessionId) {
    Instant now = clock.instant();
    return entities
            .createQuery(
                "update ProviderSession p set p.askedAt = :now"
                    + " where p.sessionId = :id and p.askedAt <= :then")
            .setParameter("now", now)
            .setParameter("then", now.minus(PAUSE))
            .setParameter("id", sessionId)
            .executeUpdate()
        == 1;
  }

  /** Gives the turn back, because the provider did not answer. */
  public void giveTurnBack(long sessionId) {
    entities
        .createQuery("update ProviderSession p set p.askedAt = :never where p.sessionId = :id")
        .setParameter("never", Instant.EPOCH)
        .setParameter("id", sessionId)
        .executeUpdate();
  }

  /** Keeps what the provider gave now. */
  public void keep(long sessionId, ProviderGrant grant) {
    int found =
        entities
            .createQuery(
                "update ProviderSession p set p.sealedGrant = :grant where p.sessionId = :id")
            .setParameter("grant", seal.close(grant))
            .setParameter("id", sessionId)
            .executeUpdate();
    if (found == 0) {
      throw new NotFoundException();
    }
  }
}
