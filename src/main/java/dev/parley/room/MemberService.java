package dev.parley.room;

import dev.parley.platform.InvalidInputException;
import dev.parley.platform.NotFoundException;
import dev.parley.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets people into rooms and out of them. */
@Stateless
public class MemberService {
  @PersistenceContext EntityManager entities;
  @Inject RoomCounters counters;
  @Inject Memberships memberships;
  @Inject RoomQueries rooms;
  @Inject UserService users;
  @Inject Event<RoomAdvanced> advanced;

  /**
   * What came of adding someone.
   *
   * @param added false where they were in the room already
   */
  public record Addition(MemberView member, boolean added) {}

  /**
   * Puts someone into a room: oneself into a public one; others into a public one as its member,
   * into a private one as a moderator.
   *
   * @throws NotFoundException if the room is not there for the caller
   * @throws NotAllowedException if the caller's role is too small
   * @throws InvalidInputException if there is no such user
   * @throws TooManyRoomsException if they are in as many rooms as one may be
   */
  public Addition add(long callerId, long roomId, long userId) {
    RoomLog log = lockAs(callerId, roomId);
    Optional<Membership> caller = memberships.active(roomId, callerId);
    requireVisible(log, caller);
    Optional<Membership> present = memberships.active(roomId, userId);
    if (present.isPresent()) {
      counters.settle(log);
      return new Addition(memberships.view(present.get()), false);
    }
    requireMayAdd(log, caller, callerId == userId);
    requireUser(userId);
    memberships.requireRoomFor(Set.of(userId));
    MemberChanged change = memberships.join(log, userId, RoomRole.MEMBER);
    tell(log, List.of(change));
    return new Addition(change.member(), true);
  }

  /**
   * Takes someone out of a room: oneself, or as a moderator a plain member, or as an owner anyone.
   * When the last owner goes, the moderator or else the member who has been there longest becomes
   * the owner.
   *
   * @throws NotFoundException if the room is not there for the caller, or the user is not in it
   * @throws NotAllowedException if the caller's role is too small
   */
  public void remove(long callerId, long roomId, long userId) {
    RoomLog log = lockAs(callerId, roomId);
    Optional<Membership> caller = memberships.active(roomId, callerId);
    requireVisible(log, caller);
    Membership leaving = memberships.active(roomId, userId).orElseThrow(NotFoundException::new);
    requireMayRemove(caller, leaving, callerId == userId);
    leave(log, leaving);
  }

  /**
   * Puts someone into a room because of a group: whether they may is decided elsewhere. Nothing
   * happens where there is no such room, it is archived, or they are in it.
   */
  public void addByGroup(long roomId, long userId) {
    counters.lock(roomId, 1).ifPresent(log -> addByGroup(log, userId));
  }

  private void addByGroup(RoomLog log, long userId) {
    if (!log.isArchived() && memberships.active(log.roomId(), userId).isEmpty()) {
      tell(log, List.of(memberships.joinByGroup(log, userId)));
    } else {
      counters.settle(log);
    }
  }

  /** Takes someone out of a room who is not in its group any more. */
  public void removeByGroup(long roomId, long userId) {
    RoomLog log = counters.lock(roomId, 1).orElseThrow(NotFoundException::new);
    memberships
        .active(roomId, userId)
        .filter(Membership::isByGroup)
        .ifPresentOrElse(leaving -> leave(log, leaving), () -> counters.settle(log));
  }

  private void leave(RoomLog log, Membership leaving) {
    var changes = new ArrayList<RoomChange>();
    changes.add(memberships.leave(log, leaving));
    if (leaving.role() == RoomRole.OWNER) {
      successor(log.roomId())
          .ifPresent(next -> changes.add(memberships.become(log, next, RoomRole.OWNER)));
    }
    counters.settle(log);
    tell(log, changes);
  }

  /**
   * Gives a member another role; for owners. The last owner stays one, and nothing happens where
   * the role is the member's already.
   *
   * @throws NotFoundException if the room is not there for the caller, or the user is not in it
   * @throws NotAllowedException if the caller is no owner, or would leave the room without one
   * @throws RoomArchivedException if it is archived
   */
  public MemberView changeRole(long callerId, long roomId, long userId, RoomRole role) {
    RoomLog log = lockAs(callerId, roomId);
    Optional<Membership> caller = memberships.active(roomId, callerId);
    requireVisible(log, caller);
    if (caller.filter(m -> m.role() == RoomRole.OWNER).isEmpty()) {
      throw new NotAllowedException(RoomRole.OWNER);
    }
    requireOpen(log);
    Membership member = memberships.active(roomId, userId).orElseThrow(NotFoundException::new);
    if (member.role() == role) {
      counters.settle(log);
      return memberships.view(member);
    }
    if (member.role() == RoomRole.OWNER && owners(roomId) == 1) {
      throw new NotAllowedException("A room needs an owner. Make someone else the owner first.");
    }
    MemberChanged change = memberships.become(log, member, role);
    tell(log, List.of(change));
    return change.member();
  }

  private RoomLog lockAs(long callerId, long roomId) {
    rooms.requireVisible(callerId, roomId); // before the lock
    return counters.lock(roomId, 1).orElseThrow(NotFoundException::new);
  }

  /** Once more, under the lock: they may have been taken out meanwhile. */
  private void requireVisible(RoomLog log, Optional<Membership> caller) {
    if (log.kind() != RoomKind.PUBLIC && caller.isEmpty()) {
      throw new NotFoundException();
    }
  }

  private static void requireOpen(RoomLog log) {
    if (log.isArchived()) {
      throw new RoomArchivedException();
    }
  }

  private static void requireMayAdd(RoomLog log, Optional<Membership> caller, boolean oneself) {
    requireOpen(log);
    RoomRole least = log.kind() == RoomKind.PUBLIC ? RoomRole.MEMBER : RoomRole.MODERATOR;
    if (!oneself && !caller.map(m -> m.role().atLeast(least)).orElse(false)) {
      throw new NotAllowedException(least);
    }
  }

  private static void requireMayRemove(
      Optional<Membership> caller, Membership leaving, boolean oneself) {
    RoomRole least = leaving.role() == RoomRole.MEMBER ? RoomRole.MODERATOR : RoomRole.OWNER;
    if (!oneself && !caller.map(m -> m.role().atLeast(least)).orElse(false)) {
      throw new NotAllowedException(least);
    }
  }

  private void requireUser(long userId) {
    if (users.active(Set.of(userId)).isEmpty()) {
      throw new InvalidInputException("userId", "unknown", "must be the id of a user");
    }
  }

  private Optional<Membership> successor(long roomId) {
    if (owners(roomId) > 0) {
      return Optional.empty();
    }
    return longest(roomId, RoomRole.MODERATOR).or(() -> longest(roomId, RoomRole.MEMBER));
  }

  private Optional<Membership> longest(long roomId, RoomRole role) {
    return entities
        .createQuery(
            "select m from Membership m where m.roomId = :room and m.leftAt is null"
                + " and m.role = :role order by m.joinedAt, m.userId",
            Membership.class)
        .setParameter("room", roomId)
        .setParameter("role", role)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  private long owners(long roomId) {
    return entities
        .createQuery(
            "select count(m) from Membership m where m.roomId = :room and m.leftAt is null"
                + " and m.role = :owner",
            Long.class)
        .setParameter("room", roomId)
        .setParameter("owner", RoomRole.OWNER)
        .getSingleResult();
  }

  private void tell(RoomLog log, List<RoomChange> changes) {
    advanced.fire(new RoomAdvanced(log.roomId(), log.before(), log.lastRev(), changes));
  }
}
