package dev.parley.room;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lock on a room's row by advancing its counters: the first statement of every
 * transaction that changes a room. Of several rooms, the lower id first.
 *
 * <p>It is native SQL because EclipseLink writes the values of an update that calculates into its
 * text where the database is Derby, which then compiles each one anew.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RoomCounters {
  private static final Duration ACTIVITY = Duration.ofSeconds(1);

  @PersistenceContext EntityManager entities;

  /**
   * Locks a room for {@code posts} messages, each of them a change.
   *
   * @return empty if there is no such room
   */
  public Optional<RoomLog> lockToPost(long roomId, int posts) {
    int found =
        entities
            .createNativeQuery(
                "update rooms set last_seq = last_seq + ?1, last_rev = last_rev + ?1 where id = ?2")
            .setParameter(1, (long) posts)
            .setParameter(2, roomId)
            .executeUpdate();
    return found == 0 ? Optional.empty() : Optional.of(locked(roomId, posts, posts));
  }

  /**
   * Locks a room for {@code changes} changes that are no messages.
   *
   * @return empty if there is no such room
   */
  public Optional<RoomLog> lock(long roomId, int changes) {
    int found =
        entities
            .createNativeQuery("update rooms set last_rev = last_rev + ?1 where id = ?2")
            .setParameter(1, (long) changes)
            .setParameter(2, roomId)
            .executeUpdate();
    return found == 0 ? Optional.empty() : Optional.of(locked(roomId, 0, changes));
  }

  /** Writes back where the log really ended, if fewer or more numbers were needed than expected. */
  public void settle(RoomLog log) {
    if (!log.isSettled()) {
      entities
          .createQuery("update Room r set r.lastSeq = :seq, r.lastRev = :rev where r.id = :id")
          .setParameter("seq", log.lastSeq())
          .setParameter("rev", log.lastRev())
          .setParameter("id", log.roomId())
          .executeUpdate();
    }
  }

  /**
   * Notes when something was posted, to the second: the rooms last active come first in people's
   * lists.
   */
  public void active(RoomLog log, Instant now) {
    if (now.isBefore(log.activeAt().plus(ACTIVITY))) {
      return; // in a busy room it would be a third of what is written beside the messages
    }
    entities
        .createQuery("update Room r set r.activeAt = :now where r.id = :id")
        .setParameter("now", now)
        .setParameter("id", log.roomId())
        .executeUpdate();
  }

  private RoomLog locked(long roomId, int seqs, int revs) {
    Object[] row =
        entities
            .createQuery(
                "select r.kind, r.archivedAt, r.lastSeq, r.lastRev, r.activeAt from Room r"
                    + " where r.id = :id",
                Object[].class)
            .setParameter("id", roomId)
            .getSingleResult();
    return new RoomLog(
        roomId,
        (RoomKind) row[0],
        (@Nullable Instant) row[1],
        (Instant) row[4],
        (Long) row[2],
        (Long) row[3],
        seqs,
        revs);
  }
}
