package dev.parley.session;

import dev.parley.audit.Act;
import dev.parley.audit.AuditAction;
import dev.parley.audit.AuditTrail;
import dev.parley.platform.Installation;
import dev.parley.platform.Settings;
import dev.parley.user.UserService;
import dev.parley.user.UserView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps sessions going: each refresh token is good once, and one that is used again betrays a
 * thief.
 */
@Stateless
public class RefreshService {
  /** For so long a repeated use is two tabs or a lost answer. */
  static final Duration GRACE = Duration.ofSeconds(30);

  @PersistenceContext EntityManager entities;
  @Inject SessionService sessions;
  @Inject UserService users;
  @Inject AuditTrail audit;
  @Inject Installation installation;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Takes a refresh token for the next one. A repeated use within {@link #GRACE} is answered with
   * the same one; a later one ends the session, since one of the two who hold the token has stolen
   * it.
   *
   * @param network where the request comes from
   * @return empty if the session has ended, was never there, or ends now
   */
  public Optional<Grant> refresh(RefreshToken presented, String network) {
    // who it is comes first: holding the session's row, nothing may wait for the user's
    return sessions
        .live(presented.sessionId())
        .flatMap(
            live ->
                users
                    .find(live.userId())
                    .flatMap(user -> refresh(user, live.nonce(), presented, network)));
  }

  /** Whether a refresh token would be taken now; what else there is to find out comes first. */
  public boolean accepts(RefreshToken presented) {
    return repeated(presented) || isCurrent(presented);
  }

  private boolean isCurrent(RefreshToken presented) {
    return !entities
        .createQuery(
            "select s.id from Session s where s.id = :id and s.refreshHash = :presented"
                + " and s.revokedAt is null and s.expiresAt > :now",
            Long.class)
        .setParameter("id", presented.sessionId())
        .setParameter("presented", presented.hash())
        .setParameter("now", clock.instant())
        .getResultList()
        .isEmpty();
  }

  private Optional<Grant> refresh(
      UserView user, String nonce, RefreshToken presented, String network) {
    var next = presented.next(installation.refreshKey());
    if (rotated(presented, next) || repeated(presented)) {
      return Optional.of(new Grant(user, presented.sessionId(), nonce, next));
    }
    if (stolen(presented)) {
      sessions.end(user.id(), presented.sessionId());
      audit.note(new Act(AuditAction.REFRESH_TOKEN_REUSED, null, user.id(), network, ""));
    }
    return Optional.empty();
  }

  /**
   * The condition decides: of two uses at once, on any two nodes, one finds the hash still there.
   */
  private boolean rotated(RefreshToken presented, RefreshToken next) {
    Instant now = clock.instant();
    return entities
            .createQuery(
                "update Session s set s.refreshHash = :next, s.previousHash = :presented,"
                    + " s.rotatedAt = :now, s.lastSeenAt = :now, s.expiresAt = :end"
                    + " where s.id = :id and s.refreshHash = :presented"
                    + " and s.revokedAt is null and s.expiresAt > :now")
            .setParameter("next", next.hash())
            .setParameter("presented", presented.hash())
            .setParameter("now", now)
            .setParameter("end", now.plus(settings.sessionLifetime()))
            .setParameter("id", presented.sessionId())
            .executeUpdate()
        == 1;
  }

  private boolean repeated(RefreshToken presented) {
    return !entities
        .createQuery(
            "select s.id from Session s where s.id = :id and s.previousHash = :presented"
                + " and s.rotatedAt >= :since",
            Long.class)
        .setParameter("id", presented.sessionId())
        .setParameter("presented", presented.hash())
        .setParameter("since", clock.instant().minus(GRACE))
        .getResultList()
        .isEmpty();
  }

  /** Only a token that was once good is a stolen one: not whatever someone makes up. */
  private boolean stolen(RefreshToken presented) {
    String key = installation.refreshKey();
    return entities
        .createQuery("select s.refreshHash from Session s where s.id = :id", String.class)
        .setParameter("id", presented.sessionId())
        .getResultList()
        .stream()
        .anyMatch(hash -> presented.precedes(hash, key));
  }
}
