package dev.parley.session;

import dev.parley.platform.Installation;
import dev.parley.platform.NewIds;
import dev.parley.platform.PageRequest;
import dev.parley.platform.Secrets;
import dev.parley.platform.Settings;
import dev.parley.user.Role;
import dev.parley.user.UserRevs;
import dev.parley.user.UserView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions: opened by signing in and ended for good. {@link RefreshService} keeps them going. */
@Stateless
public class SessionService {
  /** Sessions that end at once where the limit was lowered. */
  private static final int MOST_ENDED = 1_000;

  @PersistenceContext EntityManager entities;
  @Inject NewIds ids;
  @Inject UserRevs revs;
  @Inject Installation installation;
  @Inject TokenIssuer tokens;
  @Inject Event<SessionsEnded> ended;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Opens a session for someone who has proved who they are. Where they have as many as one may
   * have, the one that was not used for longest ends.
   */
  public Grant open(UserView user, String userAgent) {
    Instant now = clock.instant();
    long id = ids.next("sessions"); // before this transaction has a connection
    endLeastUsed(user.id());
    RefreshToken token = new RefreshTokenFamily(installation.refreshKey(), id, now).first();
    var session =
        new Session(
            id,
            Secrets.random(),
            user.id(),
            token.hash(),
            userAgent,
            now,
            now.plus(settings.sessionLifetime()));
    entities.persist(session);
    entities.flush();
    return new Grant(user, id, session.nonce(), token);
  }

  /**
   * Decides on a request, on what the database says now.
   *
   * @param principal what the server made of the request's token, if it took one
   * @return empty if it is not an access token, if its session has ended, or its user is disabled
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Access> admit(@Nullable Principal principal) {
    Instant now = clock.instant();
    return AccessToken.of(principal, tokens.keyId(), now)
        .flatMap(token -> access(token.signedIn()));
  }

  /**
   * Decides on someone who has shown a token, on what the database says now.
   *
   * @return empty if the session has ended or is another's, or its user is disabled
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Access> access(SignedIn proof) {
    return open(proof.sessionId(), clock.instant())
        .filter(proof::isSame)
        .flatMap(session -> activeRole(session.userId()))
        .map(role -> new Access(proof, role));
  }

  /** Whose session it is, and until when, if it has not ended and its user is active. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<SignedIn> live(long sessionId) {
    return open(sessionId, clock.instant())
        .filter(session -> activeRole(session.userId()).isPresent());
  }

  /** Whether someone who has proved who they are still may be here: what they showed may be old. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean isLive(SignedIn proof) {
    return access(proof).isPresent();
  }

  /** A read of its own, as is the user's: whoever ends a session locks the user first. */
  private Optional<SignedIn> open(long sessionId, Instant now) {
    return entities
        .createQuery(
            "select new dev.parley.session.SignedIn(s.userId, s.id, s.nonce, s.expiresAt) from"
                + " Session s where s.id = :id and s.revokedAt is null and s.expiresAt > :now",
            SignedIn.class)
        .setParameter("id", sessionId)
        .setParameter("now", now)
        .getResultList()
        .stream()
        .findFirst();
  }

  private Optional<Role> activeRole(long userId) {
    return entities
        .createQuery(
            "select u.role from User u where u.id = :id and u.disabledAt is null", Role.class)
        .setParameter("id", userId)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** A page of a user's sessions that have not ended, the last used one first. */
  public SessionList of(long userId, long currentId, PageRequest page) {
    int begin = (int) Math.min(page.after(), Integer.MAX_VALUE);
    return SessionList.of(
        page,
        liveOf(userId).setFirstResult(begin).setMaxResults(page.fetch()).getResultList().stream()
            .map(session -> session.view(currentId))
            .toList());
  }

  /**
   * Ends one session of a user.
   *
   * @return whether there was one to end
   */
  public boolean end(long userId, long sessionId) {
    long rev = revs.advance(userId); // first the lock, and other nodes see that something changed
    return !end(userId, rev, List.of(sessionId)).isEmpty();
  }

  /** Ends all sessions of a user but one. */
  public void endOthers(long userId, long keptId) {
    long rev = revs.advance(userId);
    refuseUnseen(userId);
    end(userId, rev, liveIds(userId).stream().filter(id -> id != keptId).toList());
  }

  /**
   * Ends all sessions of a user.
   *
   * @return how many there were
   */
  public int endAll(long userId) {
    long rev = revs.advance(userId);
    refuseUnseen(userId);
    return end(userId, rev, liveIds(userId)).size();
  }

  private void endLeastUsed(long userId) {
    int most = settings.limits().account().sessions();
    if (most > 0 && !leastUsed(userId, most).isEmpty()) {
      long rev = revs.advance(userId); // of two who sign in at once, one after the other
      end(userId, rev, leastUsed(userId, most));
    }
  }

  /** Those that have to end so that there is room for one more; a program's end with its token. */
  private List<Long> leastUsed(long userId, int most) {
    return entities
        .createQuery(
            "select s.id from Session s where s.userId = :user and s.revokedAt is null"
                + " and s.expiresAt > :now and not exists (select p.sessionId from ProviderSession p"
                + " where p.sessionId = s.id and p.programKey is not null)"
                + " order by s.lastSeenAt desc, s.id desc",
            Long.class)
        .setParameter("user", userId)
        .setParameter("now", clock.instant())
        .setFirstResult(most - 1)
        .setMaxResults(MOST_ENDED)
        .getResultList();
  }

  /** An identity provider may have made tokens that nobody has shown here yet. */
  private void refuseUnseen(long userId) {
    entities
        .createQuery("update User u set u.signedOutAt = :now where u.id = :id")
        .setParameter("now", clock.instant())
        .setParameter("id", userId)
        .executeUpdate();
  }

  private List<Long> end(long userId, long userRev, List<Long> sessionIds) {
    var those = sessionIds.stream().filter(id -> revoke(userId, id)).toList();
    if (!those.isEmpty()) {
      ended.fire(new SessionsEnded(userId, userRev, those));
    }
    return those;
  }

  private boolean revoke(long userId, long sessionId) {
    return entities
            .createQuery(
                "update Session s set s.revokedAt = :now, s.expiresAt = :now"
                    + " where s.id = :id and s.userId = :user and s.revokedAt is null"
                    + " and s.expiresAt > :now")
            .setParameter("now", clock.instant())
            .setParameter("id", sessionId)
            .setParameter("user", userId)
            .executeUpdate()
        == 1;
  }

  private List<Long> liveIds(long userId) {
    return liveOf(userId).getResultList().stream().map(Session::id).toList();
  }

  private TypedQuery<Session> liveOf(long userId) {
    return entities
        .createQuery(
            "select s from Session s where s.userId = :user and s.revokedAt is null"
                + " and s.expiresAt > :now order by s.lastSeenAt desc, s.id desc",
            Session.class)
        .setParameter("user", userId)
        .setParameter("now", clock.instant());
  }
}
