package dev.parley.session;

import dev.parley.platform.Duplicates;
import dev.parley.provider.Identity;
import dev.parley.user.UserRevs;
import dev.parley.user.UserView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Sessions of programs that bring an access token of the identity provider. Each has a session
 * here, so that it can be seen and ended like any other.
 */
@Stateless
public class ProgramSessions {
  @PersistenceContext EntityManager entities;
  @Inject SessionService sessions;
  @Inject UserRevs revs;
  @Inject ProviderLogouts logouts;
  @Inject Clock clock;

  /** The session that a token belongs to, if it was seen before. */
  public Optional<ProgramSession> find(Identity identity) {
    return entities
        .createQuery(
            "select new dev.parley.session.ProgramSession("
                + "s.id, s.userId, s.nonce, p.claimsHash, s.expiresAt, s.revokedAt)"
                + " from ProviderSession p join Session s on s.id = p.sessionId"
                + " where p.programKey = :key",
            ProgramSession.class)
        .setParameter("key", identity.programKey())
        .getResultList()
        .stream()
        .findFirst();
  }

  /**
   * Opens a session for a token that was not seen before, unless what it belongs to has ended.
   *
   * @return whether it is open
   * @throws dev.parley.platform.DuplicateException if another request with the token was the first
   */
  public boolean open(UserView user, Identity identity, String userAgent) {
    revs.advance(user.id()); // whoever ends all sessions of the user locks them too
    if (isOver(user.id(), identity)) {
      return false;
    }
    long sessionId = sessions.open(user, userAgent).sessionId();
    endAt(sessionId, identity.expiresAt());
    entities.persist(
        ProviderSession.ofProgram(
            sessionId,
            identity.sid().orElse(null),
            identity.programKey(),
            identity.claimsHash(),
            clock.instant()));
    Duplicates.flush(entities);
    return true;
  }

  /** Notes that a session's program has a newer token. */
  public void renew(ProgramSession session, Identity identity) {
    Instant end = identity.expiresAt();
    endAt(session.sessionId(), end.isAfter(session.expiresAt()) ? end : session.expiresAt());
    entities
        .createQuery("update ProviderSession p set p.claimsHash = :hash where p.sessionId = :id")
        .setParameter("hash", identity.claimsHash())
        .setParameter("id", session.sessionId())
        .executeUpdate();
  }

  /**
   * Lets go of a session that has ended, where the provider does not tell one from the next: what
   * was made before it ended stays out.
   *
   * @throws dev.parley.platform.DuplicateException if another request does so at once
   */
  public void letGo(ProgramSession ended, Identity identity) {
    Instant endedAt = Objects.requireNonNull(ended.revokedAt());
    entities.merge(new EndedProviderSession(identity.programKey(), endedAt));
    Duplicates.flush(entities);
    entities
        .createQuery("update ProviderSession p set p.programKey = null where p.sessionId = :id")
        .setParameter("id", ended.sessionId())
        .executeUpdate();
  }

  /** Whether a token was made before an earlier session of its program was ended. */
  public boolean isPast(Identity identity) {
    return identity.sid().isEmpty()
        && Optional.ofNullable(entities.find(EndedProviderSession.class, identity.programKey()))
            .filter(ended -> !identity.issuedAt().isAfter(ended.endedAt()))
            .isPresent();
  }

  /** It ends with its last token, for nobody here can renew it. */
  private void endAt(long sessionId, Instant end) {
    entities
        .createQuery(
            "update Session s set s.expiresAt = :end, s.lastSeenAt = :now where s.id = :id"
                + " and s.revokedAt is null")
        .setParameter("end", end)
        .setParameter("now", clock.instant())
        .setParameter("id", sessionId)
        .executeUpdate();
  }

  private boolean isOver(long userId, Identity identity) {
    boolean signedOut =
        !entities
            .createQuery(
                "select u.id from User u where u.id = :id and u.signedOutAt >= :made", Long.class)
            .setParameter("id", userId)
            .setParameter("made", identity.issuedAt())
            .getResultList()
            .isEmpty();
    return signedOut || logouts.isEnded(identity);
  }
}
