package dev.parley.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** Sessions: opened by signing in, kept by refreshing, ended for good. */
@Stateless
public class SessionService {
  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /** Whose session it is, if it has not ended and its user is active. */
  public Optional<SignedIn> live(long sessionId) {
    return entities
        .createQuery(
            "select new dev.parley.session.SignedIn(s.userId, s.id, s.expiresAt)"
                + " from Session s, User u where s.id = :id and u.id = s.userId"
                + " and s.revokedAt is null and s.expiresAt > :now and u.disabledAt is null",
            SignedIn.class)
        .setParameter("id", sessionId)
        .setParameter("now", clock.instant())
        .getResultStream()
        .findFirst();
  }
}
