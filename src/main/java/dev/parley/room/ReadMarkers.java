package dev.parley.room;

import dev.parley.platform.AccountRates;
import dev.parley.platform.AccountRates.Action;
import dev.parley.platform.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Moves read markers. They take neither the room's lock nor a rev: a large room would drown in
 * them.
 */
@Stateless
public class ReadMarkers {
  @PersistenceContext EntityManager entities;
  @Inject RoomQueries rooms;
  @Inject AccountRates rates;
  @Inject Event<ReadMoved> moved;

  /**
   * Moves a member's marker forward to {@code seq}, at most to the end; a marker never moves back.
   *
   * @throws NotFoundException if the user is not in the room
   * @throws dev.parley.platform.TooManyRequestsException if the user does so too often
   */
  public void read(long userId, long roomId, long seq) {
    rates.take(Action.READ_MARKER, userId);
    RoomView room = rooms.visible(userId, roomId);
    if (room.role() == null) {
      throw new NotFoundException();
    }
    long upTo = Math.min(seq, room.lastSeq());
    if (forward(roomId, userId, upTo)) {
      moved.fire(new ReadMoved(roomId, userId, upTo, rooms.isSmall(roomId)));
    }
  }

  /** Moves a marker forward within somebody else's transaction; tells whether it moved. */
  public boolean forward(long roomId, long userId, long seq) {
    return entities
            .createQuery(
                "update ReadMarker k set k.readSeq = :seq"
                    + " where k.roomId = :room and k.userId = :user and k.readSeq < :seq")
            .setParameter("seq", seq)
            .setParameter("room", roomId)
            .setParameter("user", userId)
            .executeUpdate()
        > 0;
  }
}
