package dev.parley.session;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers passwords that were not right, for all nodes. Each call is a transaction of its own:
 * the one that tries a password is rolled back where it fails.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FailedSignInService {
  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /** How long nobody may try; empty where anyone may. */
  public Optional<Duration> waitOf(String subject) {
    return find(subject, LockModeType.NONE).flatMap(tries -> tries.waitFrom(clock.instant()));
  }

  /**
   * Counts a password that was not right.
   *
   * @param free how many there may be before a wait
   * @param memory what was first that long ago is forgotten
   */
  public void add(String subject, int free, Duration memory) {
    FailedSignIns tries =
        find(subject, LockModeType.PESSIMISTIC_WRITE).orElseGet(() -> first(subject));
    tries.add(clock.instant(), free, memory);
    entities.flush();
  }

  /** Forgets all that was counted. */
  public void forget(String subject) {
    entities
        .createQuery("delete from FailedSignIns f where f.subject = :subject")
        .setParameter("subject", subject)
        .executeUpdate();
  }

  private FailedSignIns first(String subject) {
    var first = new FailedSignIns(subject, clock.instant());
    entities.persist(first);
    return first;
  }

  private Optional<FailedSignIns> find(String subject, LockModeType lock) {
    return Optional.ofNullable(entities.find(FailedSignIns.class, subject, lock));
  }
}
