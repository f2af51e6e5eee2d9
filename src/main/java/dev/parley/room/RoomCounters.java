package dev.parley.room;

import dev.parley.platform.FixedLists;
import dev.parley.user.Person;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
   * Locks a room for {@code posts} messages, each of them a change. A private room that none of the
   * authors was ever in is neither locked nor written: that takes as long as if it were not there.
   * (Who has left may send again what was stored before.)
   *
   * @param authors who want to post, at most 256
   * @return empty if there is no such room for any of them
   */
  public Optional<Posting> lockToPost(long roomId, int posts, Collection<Long> authors) {
    List<Long> some = FixedLists.of(authors).get(0);
    var update =
        entities
            .createNativeQuery(
                "update rooms set last_seq = last_seq + ?1, last_rev = last_rev + ?1"
                    + " where id = ?2 and (kind = 'PUBLIC' or exists (select 1 from memberships"
                    + " where room_id = ?2 and user_id in ("
                    + places(3, some.size())
                    + ")))")
            .setParameter(1, (long) posts)
            .setParameter(2, roomId);
    for (int i = 0; i < some.size(); i++) {
      update.setParameter(3 + i, some.get(i));
    }
    int found = update.executeUpdate();
    return found == 0 ? Optional.empty() : Optional.of(posting(roomId, posts, authors));
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

  /**
   * The room and its authors in one statement: it is asked for every message. The role tells who is
   * a member, for a number that is not there is 0 to EclipseLink.
   */
  private Posting posting(long roomId, int posts, Collection<Long> authors) {
    List<Object[]> rows =
        entities
            .createQuery(
                "select r.kind, r.archivedAt, r.lastSeq, r.lastRev, r.activeAt, u.id,"
                    + " u.displayName, m.role from User u join Room r on r.id = :id"
                    + " left join Membership m on m.roomId = :id and m.userId = u.id"
                    + " and m.leftAt is null where u.id in :authors and u.disabledAt is null",
                Object[].class)
            .setParameter("id", roomId)
            .setParameter("authors", FixedLists.of(authors).get(0))
            .getResultList();
    var found = new HashMap<Long, Author>();
    for (Object[] row : rows) {
      var person = new Person((Long) row[5], (String) row[6]);
      found.put(person.id(), new Author(person, row[7] != null));
    }
    RoomLog log =
        rows.isEmpty() ? locked(roomId, posts, posts) : log(roomId, rows.get(0), posts, posts);
    return new Posting(log, found);
  }

  private static String places(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> "?" + i)
        .collect(Collectors.joining(","));
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
    return log(roomId, row, seqs, revs);
  }

  private static RoomLog log(long roomId, Object[] row, int seqs, int revs) {
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
