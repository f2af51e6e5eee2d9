package dev.parley.message;

import dev.parley.platform.NotFoundException;
import dev.parley.room.RoomQueries;
import dev.parley.room.RoomView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a room's log. Pages are ranges of seq: numbers have no hole, and Derby reads no index
 * backwards.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MessageHistory {
  @PersistenceContext EntityManager entities;
  @Inject RoomQueries rooms;
  @Inject MessageViews views;
  @Inject RecentPages pages;

  /**
   * A page of a room's history, oldest first.
   *
   * @throws NotFoundException if the room is not there for the user
   */
  public MessagePage page(long userId, long roomId, Span span) {
    RoomView room = rooms.visible(userId, roomId);
    Span.Range range = span.within(room.lastSeq());
    if (range.isEmpty()) {
      return MessagePage.of(roomId, List.of(), range, room.lastSeq());
    }
    List<MessageView> messages = portion(room, range, span.indexIn(range));
    var told = new Span.Range(messages.get(0).seq(), messages.get(messages.size() - 1).seq());
    return MessagePage.of(roomId, messages, told, room.lastSeq());
  }

  /**
   * One message.
   *
   * @throws NotFoundException if it is not there for the user
   */
  public MessageView one(long userId, long roomId, long seq) {
    rooms.visible(userId, roomId);
    return between(roomId, new Span.Range(seq, seq)).stream()
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** The newest messages of a room that was read before, oldest first. */
  public List<MessageView> newest(RoomView room, int limit) {
    var span = new Span(Span.Anchor.NEWEST, 0, limit);
    Span.Range range = span.within(room.lastSeq());
    return range.isEmpty() ? List.of() : portion(room, range, span.indexIn(range));
  }

  /**
   * The messages that changed after a rev, by rev. Every node asks this of every message that
   * another one stored, so it is one statement where nobody has reacted yet.
   */
  public List<MessageChanged> changes(long roomId, long since, int limit) {
    List<Object[]> found =
        entities
            .createQuery(
                "select m, u.displayName, (select count(r.userId) from Reaction r"
                    + " where r.roomId = m.roomId and r.seq = m.seq)"
                    + " from Message m left join User u on u.id = m.authorId"
                    + " where m.roomId = :room and m.rev > :since order by m.rev",
                Object[].class)
            .setParameter("room", roomId)
            .setParameter("since", since)
            .setMaxResults(limit)
            .getResultList();
    boolean plain = found.stream().allMatch(row -> ((Number) row[2]).longValue() == 0);
    List<MessageView> shown =
        plain
            ? found.stream()
                .map(row -> MessageViews.plain((Message) row[0], (@Nullable String) row[1]))
                .toList()
            : views.of(roomId, found.stream().map(row -> (Message) row[0]).toList());
    return shown.stream().map(message -> new MessageChanged(roomId, message)).toList();
  }

  private List<MessageView> portion(RoomView room, Span.Range range, int index) {
    return pages.get(
        new RecentPages.Key(room.id(), room.lastRev(), range, index),
        () -> Portion.around(between(room.id(), range), index));
  }

  private List<MessageView> between(long roomId, Span.Range range) {
    return views.of(
        roomId,
        entities
            .createQuery(
                "select m from Message m where m.roomId = :room and m.seq between :first and :last"
                    + " order by m.seq",
                Message.class)
            .setParameter("room", roomId)
            .setParameter("first", range.first())
            .setParameter("last", range.last())
            .getResultList());
  }
}
