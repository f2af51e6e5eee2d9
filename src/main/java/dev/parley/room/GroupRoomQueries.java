package dev.parley.room;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which rooms go with groups. */
@Stateless
public class GroupRoomQueries {
  @PersistenceContext EntityManager entities;

  /**
   * The room that the configuration means.
   *
   * @param room the id of any room that is not archived, or the name of a public one
   */
  public Optional<Long> find(String room) {
    boolean byId = room.matches("[0-9]{1,18}");
    return entities
        .createQuery(
            "select r.id from Room r where r.archivedAt is null and "
                + (byId ? "r.id = :room" : "r.nameKey = :room"),
            Long.class)
        .setParameter("room", byId ? Long.valueOf(room) : RoomName.keyOf(room))
        .getResultList()
        .stream()
        .findFirst();
  }

  /** The rooms that someone is in because of a group; archived ones are left as they are. */
  public Set<Long> byGroup(long userId) {
    return new TreeSet<>(
        entities
            .createQuery(
                "select m.roomId from Membership m join Room r on r.id = m.roomId"
                    + " where m.userId = :user and m.leftAt is null and m.byGroup = 1"
                    + " and r.archivedAt is null",
                Long.class)
            .setParameter("user", userId)
            .getResultList());
  }
}
