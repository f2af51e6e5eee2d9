package dev.parley.message;

import dev.parley.platform.FixedLists;
import dev.parley.platform.NotFoundException;
import dev.parley.room.RoomQueries;
import dev.parley.room.RoomView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a room's log. Pages are ranges of seq: numbers have no hole, and Derby reads no index
 * backwards.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MessageHistory {
  /** Changes of one room that are read together with those of others. */
  public static final long FEW = 50;

  /** Messages with their authors' names, and how many have reacted to each. */
  private static final String CHANGED =
      "select m, u.displayName, (select count(r.userId) from Reaction r"
          + " where r.roomId = m.roomId and r.seq = m.seq)"
          + " from Message m left join User u on u.id = m.authorId";

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

  /** The messages that changed after a rev, by rev. */
  public List<MessageChanged> changes(long roomId, long since, int limit) {
    List<Object[]> found =
        entities
            .createQuery(
                CHANGED + " where m.roomId = :room and m.rev > :since order by m.rev",
                Object[].class)
            .setParameter("room", roomId)
            .setParameter("since", since)
            .setMaxResults(limit)
            .getResultList();
    return shown(roomId, found);
  }

  /**
   * The messages of several rooms that changed, each after a rev of its own and up to {@value #FEW}
   * revs later, by rev. Every node asks this of every message that another one stored, so it is one
   * statement where nobody has reacted yet. With both ends of the revs PostgreSQL sees that it is
   * about few, whatever they are, and makes one plan for all times.
   *
   * @param since rooms and revs; few, for Derby reads the whole log where there are two
   */
  public Map<Long, List<MessageChanged>> changes(Map<Long, Long> since) {
    List<Map.Entry<Long, Long>> places = FixedLists.filled(List.copyOf(since.entrySet()));
    String where =
        IntStream.range(0, places.size())
            .mapToObj(
                i -> "(m.roomId = :room%d and m.rev between :first%1$d and :last%1$d)".formatted(i))
            .collect(Collectors.joining(" or "));
    var query =
        entities.createQuery(CHANGED + " where " + where + " order by m.rev", Object[].class);
    for (int i = 0; i < places.size(); i++) {
      long rev = places.get(i).getValue();
      query.setParameter("room" + i, places.get(i).getKey());
      query.setParameter("first" + i, rev + 1);
      query.setParameter("last" + i, rev + FEW);
    }
    var changes = new HashMap<Long, List<MessageChanged>>();
    query.getResultList().stream()
        .collect(Collectors.groupingBy(row -> ((Message) row[0]).roomId()))
        .forEach((roomId, found) -> changes.put(roomId, shown(roomId, found)));
    return changes;
  }

  private List<MessageChanged> shown(long roomId, List<Object[]> found) {
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
