package dev.parley.session;

import dev.parley.platform.ProblemException;
import dev.parley.platform.Problems;
import dev.parley.platform.Secrets;
import dev.parley.platform.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tickets: a proof for one socket, so that no token ever stands in a URL. */
@Stateless
public class TicketService {
  static final Duration LIFETIME = Duration.ofSeconds(30);

  @PersistenceContext EntityManager entities;
  @Inject SessionService sessions;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Makes a ticket for a session.
   *
   * @throws ProblemException with 401 if it has ended meanwhile, or is not in this database any
   *     more
   */
  public Ticket issue(SignedIn who) {
    if (!sessions.isLive(who)) {
      throw new ProblemException(Problems.of(401));
    }
    String ticket = Secrets.random();
    entities.persist(
        new StoredTicket(Secrets.hash(ticket), who.sessionId(), clock.instant().plus(LIFETIME)));
    return new Ticket(ticket, LIFETIME.toSeconds());
  }

  /**
   * Takes a ticket in.
   *
   * @return who it was made for; empty if it is unknown, used, too old, or of a session that has
   *     ended
   */
  public Optional<SignedIn> redeem(String ticket) {
    Instant now = clock.instant();
    String hash = Secrets.hash(ticket);
    return entities
        .createQuery(
            "select t.sessionId from StoredTicket t where t.hash = :hash and t.expiresAt > :now",
            Long.class)
        .setParameter("hash", hash)
        .setParameter("now", now)
        .getResultList()
        .stream()
        .findFirst()
        .filter(sessionId -> delete(hash))
        .flatMap(sessions::live)
        .map(proof -> shortened(proof, now));
  }

  /** The delete decides: of two redemptions at once, on any two nodes, one finds the row. */
  private boolean delete(String hash) {
    return entities
            .createQuery("delete from StoredTicket t where t.hash = :hash")
            .setParameter("hash", hash)
            .executeUpdate()
        == 1;
  }

  /** A ticket proves for as long as the access token that it stands for could. */
  private SignedIn shortened(SignedIn proof, Instant now) {
    Instant end = now.plus(settings.tokenLifetime());
    return proof.expiresAt().isBefore(end)
        ? proof
        : new SignedIn(proof.userId(), proof.sessionId(), proof.nonce(), end);
  }
}
