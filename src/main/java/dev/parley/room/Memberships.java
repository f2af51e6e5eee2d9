package dev.parley.room;

import dev.parley.platform.FixedLists;
import dev.parley.platform.Settings;
import dev.parley.user.Person;
import dev.parley.user.UserRevs;
import dev.parley.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is in a room, for those who hold its lock. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Memberships {
  @PersistenceContext EntityManager entities;
  @Inject UserService users;
  @Inject UserRevs userRevs;
  @Inject RoomQueries rooms;
  @Inject Event<RoomListChanged> listChanged;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Someone's place in a room that they have not left. */
  public Optional<Membership> active(long roomId, long userId) {
    return find(roomId, userId).filter(Membership::isActive);
  }

  /** What someone is in a room; empty for someone who is not in it. */
  public Optional<RoomRole> role(long roomId, long userId) {
    return active(roomId, userId).map(Membership::role);
  }

  /**
   * Refuses to put people into one more room who are in as many as one may be. It reads: call it
   * before anyone joins, for two that had written already could wait for each other.
   *
   * @throws TooManyRoomsException if one of them is
   */
  public void requireRoomFor(Collection<Long> userIds) {
    if (!full(userIds).isEmpty()) {
      throw tooManyRooms();
    }
  }

  /** What someone is told who is in as many rooms as one may be. */
  public TooManyRoomsException tooManyRooms() {
    return new TooManyRoomsException(settings.limits().account().roomsJoined());
  }

  /** Those of some people who are in as many rooms as one may be; call it before anyone joins. */
  public Set<Long> full(Collection<Long> userIds) {
    int most = settings.limits().account().roomsJoined();
    var full = new HashSet<Long>();
    if (most > 0) {
      for (List<Long> some : FixedLists.of(userIds)) {
        full.addAll(
            entities
                .createQuery(
                    "select m.userId from Membership m where m.userId in :users"
                        + " and m.leftAt is null group by m.userId having count(m.roomId) >= :most",
                    Long.class)
                .setParameter("users", some)
                .setParameter("most", (long) most)
                .getResultList());
      }
    }
    return full;
  }

  /** Puts someone into the room, who is not in it, and their read marker to its end. */
  public MemberChanged join(RoomLog log, long userId, RoomRole role) {
    long userRev = userRevs.advance(userId); // the parent before the child: see the lock order
    long rev = log.nextRev();
    find(log.roomId(), userId)
        .ifPresentOrElse(
            earlier -> earlier.rejoin(clock.instant(), rev),
            () ->
                entities.persist(new Membership(log.roomId(), userId, role, clock.instant(), rev)));
    startReading(log.roomId(), userId, log.lastSeq());
    entities.flush();
    tellAdded(userId, userRev, log);
    return change(log.roomId(), userId, role, rev, false);
  }

  /** Puts someone into the room, who is not in it, for as long as they are in a group. */
  public MemberChanged joinByGroup(RoomLog log, long userId) {
    MemberChanged change = join(log, userId, RoomRole.MEMBER);
    find(log.roomId(), userId).ifPresent(Membership::followGroup);
    return change;
  }

  /** Takes a member out of the room. */
  public MemberChanged leave(RoomLog log, Membership membership) {
    long userRev = userRevs.advance(membership.userId());
    membership.leave(clock.instant(), log.nextRev());
    listChanged.fire(
        new RoomListChanged(membership.userId(), userRev, List.of(), List.of(log.roomId())));
    return change(log.roomId(), membership.userId(), membership.role(), membership.rev(), true);
  }

  /** Gives a member another role. */
  public MemberChanged become(RoomLog log, Membership membership, RoomRole role) {
    long userRev = userRevs.advance(membership.userId());
    membership.become(role, log.nextRev());
    entities.flush();
    tellAdded(membership.userId(), userRev, log);
    return change(log.roomId(), membership.userId(), role, membership.rev(), false);
  }

  /** A member as others see them. */
  public MemberView view(Membership membership) {
    return change(
            membership.roomId(),
            membership.userId(),
            membership.role(),
            membership.rev(),
            !membership.isActive())
        .member();
  }

  private void startReading(long roomId, long userId, long seq) {
    if (entities.find(ReadMarker.class, new MembershipKey(roomId, userId)) == null) {
      entities.persist(new ReadMarker(roomId, userId, seq));
    } else {
      entities
          .createQuery(
              "update ReadMarker k set k.readSeq = :seq where k.roomId = :room and k.userId ="
                  + " :user")
          .setParameter("seq", seq)
          .setParameter("room", roomId)
          .setParameter("user", userId)
          .executeUpdate();
    }
  }

  private void tellAdded(long userId, long userRev, RoomLog log) {
    RoomView room = rooms.visible(userId, log.roomId());
    listChanged.fire(new RoomListChanged(userId, userRev, List.of(room), List.of()));
  }

  private MemberChanged change(long roomId, long userId, RoomRole role, long rev, boolean left) {
    Map<Long, Person> people = users.people(Set.of(userId));
    Person person = people.getOrDefault(userId, Person.nameless(userId));
    return new MemberChanged(roomId, rev, new MemberView(person, role, left ? true : null));
  }

  private Optional<Membership> find(long roomId, long userId) {
    return Optional.ofNullable(entities.find(Membership.class, new MembershipKey(roomId, userId)));
  }
}
