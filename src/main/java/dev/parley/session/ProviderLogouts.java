package dev.parley.session;

import dev.parley.audit.Act;
import dev.parley.audit.AuditAction;
import dev.parley.audit.AuditTrail;
import dev.parley.platform.Duplicates;
import dev.parley.provider.Identity;
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
   * Notes what the provider has ended, before {@link #end} ends it here: a browser or a program may
   * be coming in with it at this moment.
   *
   * @return whether it was not told before
   * @throws dev.parley.platform.DuplicateException if it is told twice at once
   */
  public boolean note(ProviderLogout logout) {
    String key = logout.sid().orElse(logout.key());
    if (entities.find(EndedProviderSession.class, key) != null) {
      return false;
    }
    entities.persist(new EndedProviderSession(key, clock.instant()));
    Duplicates.flush(entities);
    return true;
  }

  /** Whether the provider has ended what someone comes in with. */
  public boolean isEnded(Identity identity) {
    return identity
        .sid()
        .filter(sid -> entities.find(EndedProviderSession.class, sid) != null)
        .isPresent();
  }

  /**
   * Ends a session of the provider's, in browsers and programs, or all of someone's where the
   * provider names none.
   *
   * @param network where the request comes from
   */
  public void end(ProviderLogout logout, String network) {
    if (logout.sid().isPresent()) {
      endSession(logout.sid().get(), network);
    } else {
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

  private void note(long userId, String network) {
    audit.note(new Act(AuditAction.ENDED_BY_PROVIDER, null, userId, network, ""));
  }
}
