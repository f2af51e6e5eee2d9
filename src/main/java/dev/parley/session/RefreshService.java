package dev.parley.session;

import dev.parley.audit.Act;
import dev.parley.audit.AuditAction;
import dev.parley.audit.AuditTrail;
import dev.parley.platform.Installation;
import dev.parley.platform.Settings;
import dev.parley.session.RefreshState.Use;
import dev.parley.user.UserService;
import dev.parley.user.UserView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps sessions going. A refresh token stays good until one that replaced it was used: so a lost
 * answer signs nobody out, however late that is found. One that comes after that betrays a thief.
 */
@Stateless
public class RefreshService {
  /** So close together uses are those of two tabs, whose answers have to be the same. */
  static final Duration TOGETHER = Duration.ofSeconds(30);

  @PersistenceContext EntityManager entities;
  @Inject SessionService sessions;
  @Inject UserService users;
  @Inject AuditTrail audit;
  @Inject Installation installation;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Takes a refresh token for the next one. A repeated use within {@link #TOGETHER} is answered the
   * same. A later one gets another successor in place of the one before, because it may be a
   * thief's: whichever is used first, the other one ends the session when it comes.
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
    return sessions.live(presented.sessionId()).isPresent()
        && state(presented)
            .map(state -> state.use(presented))
            .filter(use -> use == Use.FIRST || use == Use.REPEATED)
            .isPresent();
  }

  private Optional<Grant> refresh(
      UserView user, String nonce, RefreshToken presented, String network) {
    Optional<RefreshState> state = state(presented);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    Optional<RefreshToken> next =
        switch (state.get().use(presented)) {
          case FIRST -> successor(state.get(), presented).or(() -> successorOfAnother(presented));
          case REPEATED -> again(state.get(), presented);
          case REUSED -> {
            end(user, presented, network);
            yield Optional.empty();
          }
          case UNKNOWN -> Optional.empty();
        };
    return next.map(token -> new Grant(user, presented.sessionId(), nonce, token));
  }

  /** What is stored of the session, if the token was issued for it. */
  private Optional<RefreshState> state(RefreshToken presented) {
    return entities
        .createQuery(
            "select new dev.parley.session.RefreshState(s.createdAt, s.generation, s.refreshHash,"
                + " s.alternativeHash, s.previousHash, s.rotatedAt, s.lastSeenAt) from Session s"
                + " where s.id = :id",
            RefreshState.class)
        .setParameter("id", presented.sessionId())
        .getResultList()
        .stream()
        .findFirst()
        .filter(state -> family(state, presented).issued(presented) || state.isUntagged(presented));
  }

  private RefreshTokenFamily family(RefreshState state, RefreshToken presented) {
    return new RefreshTokenFamily(
        installation.refreshKey(), presented.sessionId(), state.createdAt());
  }

  /**
   * The condition decides: of two uses at once, on any two nodes, one finds the hash still there.
   */
  private Optional<RefreshToken> successor(RefreshState state, RefreshToken presented) {
    RefreshToken next = family(state, presented).successor(presented);
    int found =
        use(
                "s.refreshHash = :next, s.alternativeHash = null, s.previousHash = :presented,"
                    + " s.generation = :generation, s.rotatedAt = :now",
                "(s.refreshHash = :presented or s.alternativeHash = :presented)",
                presented,
                next,
                clock.instant())
            .setParameter("generation", next.generation())
            .executeUpdate();
    return found == 1 ? Optional.of(next) : Optional.empty();
  }

  /** Another request was the first to use the same token: then both are answered the same. */
  private Optional<RefreshToken> successorOfAnother(RefreshToken presented) {
    return state(presented)
        .filter(state -> state.use(presented) == Use.REPEATED)
        .flatMap(state -> again(state, presented));
  }

  private Optional<RefreshToken> again(RefreshState state, RefreshToken presented) {
    RefreshTokenFamily family = family(state, presented);
    Instant last = state.usedAt();
    Instant now = clock.instant();
    if (!last.plus(TOGETHER).isBefore(now)) { // answered as it was then
      return Optional.of(
          state.alternativeHash() == null
              ? family.successor(presented)
              : family.alternative(presented, last));
    }
    RefreshToken next = family.alternative(presented, now);
    int found =
        use(
                "s.alternativeHash = :next",
                "s.previousHash = :presented and s.lastSeenAt = :last",
                presented,
                next,
                now)
            .setParameter("last", last)
            .executeUpdate();
    return found == 1 ? Optional.of(next) : successorOfAnother(presented);
  }

  /** A use is what keeps a session from ending. */
  private Query use(
      String change, String condition, RefreshToken presented, RefreshToken next, Instant now) {
    return entities
        .createQuery(
            "update Session s set s.lastSeenAt = :now, s.expiresAt = :end, "
                + change
                + " where s.id = :id and s.revokedAt is null and s.expiresAt > :now and "
                + condition)
        .setParameter("id", presented.sessionId())
        .setParameter("presented", presented.hash())
        .setParameter("next", next.hash())
        .setParameter("now", now)
        .setParameter("end", now.plus(settings.sessionLifetime()));
  }

  private void end(UserView user, RefreshToken presented, String network) {
    sessions.end(user.id(), presented.sessionId());
    audit.note(new Act(AuditAction.REFRESH_TOKEN_REUSED, null, user.id(), network, ""));
  }
}
