package dev.parley.room;

import dev.parley.platform.FixedLists;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
  @PersistenceContext EntityManager entities;

  /**
   * Locks rooms for messages, each of them a change.
   *
   * @param posts how many messages, by room
   * @return by room; without what is no room
   */
  public SortedMap<Long, RoomLog> lockToPost(SortedMap<Long, Integer> posts) {
    var found = new TreeMap<>(posts);
    found.entrySet().removeIf(room -> !advance(room.getKey(), room.getValue(), room.getValue()));
    var logs = new TreeMap<Long, RoomLog>();
    for (RoomState state : states(found.keySet())) {
      int count = found.getOrDefault(state.id(), 0);
      logs.put(state.id(), new RoomLog(state, count, count));
    }
    return logs;
  }

  /**
   * Locks a room for {@code changes} changes that are no messages.
   *
   * @return empty if there is no such room
   */
  public Optional<RoomLog> lock(long roomId, int changes) {
    return advance(roomId, 0, changes)
        ? Optional.of(new RoomLog(states(Set.of(roomId)).get(0), 0, changes))
        : Optional.empty();
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

  /** Notes when something was posted: the rooms last active come first in people's lists. */
  public void active(Collection<Long> roomIds, Instant now) {
    for (List<Long> some : FixedLists.of(roomIds)) {
      entities
          .createQuery("update Room r set r.activeAt = :now where r.id in :ids")
          .setParameter("now", now)
          .setParameter("ids", some)
          .executeUpdate();
    }
  }

  private boolean advance(long roomId, int seqs, int revs) {
    return entities
            .createNativeQuery(
                "update rooms set last_seq = last_seq + ?1, last_rev = last_rev + ?2 where id = ?3")
            .setParameter(1, (long) seqs)
            .setParameter(2, (long) revs)
            .setParameter(3, roomId)
            .executeUpdate()
        > 0;
  }

  private List<RoomState> states(Collection<Long> roomIds) {
    var states = new ArrayList<RoomState>();
    for (List<Long> some : FixedLists.of(roomIds)) {
      states.addAll(
          entities
              .createQuery(
                  "select new dev.parley.room.RoomState(r.id, r.kind, r.archivedAt, r.lastSeq,"
                      + " r.lastRev) from Room r where r.id in :ids",
                  RoomState.class)
              .setParameter("ids", some)
              .getResultList());
    }
    return states;
  }
}
