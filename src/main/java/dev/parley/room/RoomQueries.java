package dev.parley.room;

import dev.parley.platform.Likes;
import dev.parley.platform.NameQuery;
import dev.parley.platform.NotFoundException;
import dev.parley.platform.PageRequest;
import dev.parley.user.Person;
import dev.parley.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What people see of rooms. Nothing here changes anything. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RoomQueries {
  private static final String ROOMS_OF_USER =
      "select new dev.parley.room.RoomRow(r.id, r.kind, r.name, r.description, r.createdAt,"
          + " r.archivedAt, r.lastSeq, r.lastRev, r.metaRev, m.role, k.readSeq) from Room r"
          + " left join Membership m on m.roomId = r.id and m.userId = :user and m.leftAt is null"
          + " left join ReadMarker k on k.roomId = r.id and k.userId = :user";

  @PersistenceContext EntityManager entities;
  @Inject UserService users;

  /** The rooms that someone may see: public ones that are open, and their own. */
  public RoomPage list(long userId, RoomFilter filter) {
    var query =
        entities
            .createQuery(
                ROOMS_OF_USER
                    + " where r.id > :after and r.searchKey like :query escape '!'"
                    + audience(filter)
                    + " order by r.id",
                RoomRow.class)
            .setParameter("user", userId)
            .setParameter("after", filter.page().after())
            .setParameter("query", Likes.containing(NameQuery.key(filter.query())))
            .setMaxResults(filter.page().fetch());
    if (!filter.joined().orElse(false)) {
      query.setParameter("open", RoomKind.PUBLIC);
    }
    List<RoomView> found = query.getResultList().stream().map(RoomRow::view).toList();
    return new RoomPage(filter.page().cut(found), filter.page().next(found, RoomView::id));
  }

  /**
   * One room as someone sees it.
   *
   * @throws NotFoundException if there is none, or none for them
   */
  public RoomView visible(long userId, long roomId) {
    return row(userId, roomId).view();
  }

  /**
   * Refuses whoever may not see a room. It is one statement, the same where there is no such room
   * and where there is none for them, and locks nothing: ask it before anything else, so that the
   * time an answer takes tells no more than the answer.
   *
   * @throws NotFoundException if there is none, or none for them
   */
  public void requireVisible(long userId, long roomId) {
    List<Long> visible =
        entities
            .createQuery(
                "select r.id from Room r left join Membership m on m.roomId = r.id"
                    + " and m.userId = :user and m.leftAt is null where r.id = :room"
                    + " and (r.kind = :open or m.userId is not null)",
                Long.class)
            .setParameter("user", userId)
            .setParameter("room", roomId)
            .setParameter("open", RoomKind.PUBLIC)
            .getResultList();
    if (visible.isEmpty()) {
      throw new NotFoundException();
    }
  }

  /**
   * The rev of the room's head as someone sees it, which an {@code If-Match} is compared with.
   *
   * @throws NotFoundException if there is none, or none for them
   */
  public long metaRev(long userId, long roomId) {
    return row(userId, roomId).metaRev();
  }

  /** The rooms that someone is in, those last active first. */
  public List<RoomView> lastActive(long userId, int limit) {
    return entities
        .createQuery(
            ROOMS_OF_USER + " where m.userId = :user order by r.activeAt desc, r.id desc",
            RoomRow.class)
        .setParameter("user", userId)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(RoomRow::view)
        .toList();
  }

  /** Those of some rooms that someone is in; as many ids as {@code FixedLists} puts into a list. */
  public List<RoomView> joinedAmong(long userId, Collection<Long> roomIds) {
    return roomIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(ROOMS_OF_USER + " where m.userId = :user and r.id in :ids", RoomRow.class)
            .setParameter("user", userId)
            .setParameter("ids", roomIds)
            .getResultList()
            .stream()
            .map(RoomRow::view)
            .toList();
  }

  /** The ids of all rooms that someone is in. */
  public List<Long> joined(long userId) {
    return entities
        .createQuery(
            "select m.roomId from Membership m where m.userId = :user and m.leftAt is null",
            Long.class)
        .setParameter("user", userId)
        .getResultList();
  }

  /** The ids of all who are in a room. */
  public List<Long> members(long roomId) {
    return entities
        .createQuery(
            "select m.userId from Membership m where m.roomId = :room and m.leftAt is null",
            Long.class)
        .setParameter("room", roomId)
        .getResultList();
  }

  /** Where the logs of some rooms stand; as many ids as {@code FixedLists} puts into a list. */
  public Map<Long, Long> lastRevs(Collection<Long> roomIds) {
    return entities
        .createQuery("select r.id, r.lastRev from Room r where r.id in :ids", Object[].class)
        .setParameter("ids", roomIds)
        .getResultList()
        .stream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
  }

  /**
   * Those of some rooms that are archived; as many ids as {@code FixedLists} puts into a list. No
   * room is opened again.
   */
  public Set<Long> archivedAmong(Collection<Long> roomIds) {
    return Set.copyOf(
        entities
            .createQuery(
                "select r.id from Room r where r.id in :ids and r.archivedAt is not null",
                Long.class)
            .setParameter("ids", roomIds)
            .getResultList());
  }

  /** Those who are in a room, by user id; whoever may see the room may ask. */
  public MemberPage members(long userId, long roomId, PageRequest page) {
    row(userId, roomId);
    List<Membership> found =
        entities
            .createQuery(
                "select m from Membership m where m.roomId = :room and m.leftAt is null"
                    + " and m.userId > :after order by m.userId",
                Membership.class)
            .setParameter("room", roomId)
            .setParameter("after", page.after())
            .setMaxResults(page.fetch())
            .getResultList();
    return new MemberPage(views(page.cut(found)), page.next(found, Membership::userId));
  }

  /** Whether a room has so few members that each is told what the others do. */
  public boolean isSmall(long roomId) {
    return entities
            .createQuery(
                "select m.userId from Membership m where m.roomId = :room and m.leftAt is null",
                Long.class)
            .setParameter("room", roomId)
            .setMaxResults(ReadMoved.SMALL + 1)
            .getResultList()
            .size()
        <= ReadMoved.SMALL;
  }

  /** The changes of membership after a rev, by rev. */
  public List<MemberChanged> memberChanges(long roomId, long since, int limit) {
    List<Membership> found =
        entities
            .createQuery(
                "select m from Membership m where m.roomId = :room and m.rev > :since"
                    + " order by m.rev",
                Membership.class)
            .setParameter("room", roomId)
            .setParameter("since", since)
            .setMaxResults(limit)
            .getResultList();
    List<MemberView> views = views(found);
    return IntStream.range(0, found.size())
        .mapToObj(i -> new MemberChanged(roomId, found.get(i).rev(), views.get(i)))
        .toList();
  }

  /** The change of the room's head after a rev: none or one. */
  public List<HeadChanged> headChanges(long roomId, long since) {
    return entities
        .createQuery("select r from Room r where r.id = :room and r.metaRev > :since", Room.class)
        .setParameter("room", roomId)
        .setParameter("since", since)
        .getResultList()
        .stream()
        .map(room -> new HeadChanged(room.metaRev(), room.head()))
        .toList();
  }

  private static String audience(RoomFilter filter) {
    String open = "r.kind = :open and r.archivedAt is null";
    return filter
        .joined()
        .map(joined -> joined ? " and m.userId = :user" : " and m.userId is null and " + open)
        .orElse(" and (m.userId = :user or " + open + ")");
  }

  private RoomRow row(long userId, long roomId) {
    return entities
        .createQuery(ROOMS_OF_USER + " where r.id = :room", RoomRow.class)
        .setParameter("user", userId)
        .setParameter("room", roomId)
        .getResultList()
        .stream()
        .findFirst()
        .filter(RoomRow::isVisible)
        .orElseThrow(NotFoundException::new);
  }

  private List<MemberView> views(List<Membership> memberships) {
    Map<Long, Person> people = users.people(memberships.stream().map(Membership::userId).toList());
    return memberships.stream()
        .map(
            m ->
                new MemberView(
                    people.getOrDefault(m.userId(), Person.nameless(m.userId())),
                    m.role(),
                    m.isActive() ? null : true))
        .toList();
  }
}
