package dev.parley.session;

import dev.parley.audit.Act;
import dev.parley.audit.AuditAction;
import dev.parley.audit.AuditTrail;
import dev.parley.platform.Duplicates;
import dev.parley.provider.ProviderLogout;
import dev.parley.user.ProvidedUsers;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;

/** Ends here what the identity provider has ended there. */
@Stateless
public class ProviderLogouts {
  @PersistenceContext EntityManager entities;
  @Inject SessionService sessions;
  @Inject ProvidedUsers users;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Ends a session of the provider's, in browsers and programs, or all of someone's where the
   * provider names none.
   *
   * @param network where the request comes from
   */
  public void end(ProviderLogout logout, String network) {
    if (logout.sid().isPresent()) {
      endSession(logout.sid().get(), network);
    } else if (remember(logout.key())) { // who has signed in since then stays
      logout.personKey().flatMap(users::find).ifPresent(user -> endAll(user, network));
    }
  }

  /** Ends a session here, because the provider says that it has ended there. */
  public void end(long sessionId, String network) {
    sessions.live(sessionId).ifPresent(live -> end(live.userId(), sessionId, network));
  }

  private void end(long userId, long sessionId, String network) {
    if (sessions.end(userId, sessionId)) {
      note(userId, network);
    }
  }

  private void endSession(String sid, String network) {
    remember(sid);
    List<Object[]> live =
        entities
            .createQuery(
                "select s.userId, s.id from ProviderSession p join Session s on s.id = p.sessionId"
                    + " where p.sidKey = :sid and s.revokedAt is null order by s.userId, s.id",
                Object[].class)
            .setParameter("sid", sid)
            .getResultList();
    live.forEach(row -> end((Long) row[0], (Long) row[1], network));
  }

  private void endAll(long userId, String network) {
    if (sessions.endAll(userId) > 0) {
      note(userId, network);
    }
  }

  /**
   * A program may still hold a token of it that was never seen here.
   *
   * @return whether it was not said before
   */
  private boolean remember(String key) {
    if (entities.find(EndedProviderSession.class, key) != null) {
      return false;
    }
    entities.persist(new EndedProviderSession(key, clock.instant()));
    Duplicates.flush(entities);
    return true;
  }

  private void note(long userId, String network) {
    audit.note(new Act(AuditAction.ENDED_BY_PROVIDER, null, userId, network, ""));
  }
}
