package dev.parley.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Removes what nobody can use any more. */
@Stateless
public class SweepService {
  private static final int BATCH = 200;

  /** Longer than a ticket of the session, or an access token of the provider, can live. */
  private static final Duration REST = Duration.ofHours(25);

  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /** Removes tickets that came to nothing. */
  public void removeTickets() {
    entities
        .createQuery("delete from StoredTicket t where t.expiresAt < :now")
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  /** Forgets passwords that were not right, when nobody waits for them any more. */
  public void removeFailures() {
    entities
        .createQuery("delete from FailedSignIns f where f.since < :then")
        .setParameter("then", clock.instant().minus(SignInLimits.MEMORY))
        .executeUpdate();
  }

  /** Forgets which of its sessions the provider has ended, when their tokens are over too. */
  public void removeEndedProviderSessions() {
    entities
        .createQuery("delete from EndedProviderSession e where e.endedAt < :then")
        .setParameter("then", clock.instant().minus(REST))
        .executeUpdate();
  }

  /**
   * Removes some sessions that have ended.
   *
   * @return whether there may be more
   */
  public boolean removeSessions() {
    List<Long> dead =
        entities
            .createQuery("select s.id from Session s where s.expiresAt < :then", Long.class)
            .setParameter("then", clock.instant().minus(REST))
            .setMaxResults(BATCH)
            .getResultList();
    if (!dead.isEmpty()) {
      entities
          .createQuery("delete from Session s where s.id in :ids")
          .setParameter("ids", dead)
          .executeUpdate();
    }
    return dead.size() == BATCH;
  }
}
