package dev.parley.room;

import dev.parley.platform.Duplicates;
import dev.parley.platform.EntityTags;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.NewIds;
import dev.parley.platform.NotFoundException;
import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import dev.parley.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes and changes rooms. */
@Stateless
public class RoomService {
  @PersistenceContext EntityManager entities;
  @Inject NewIds ids;
  @Inject RoomCounters counters;
  @Inject Memberships memberships;
  @Inject RoomQueries rooms;
  @Inject UserService users;
  @Inject Event<RoomAdvanced> advanced;
  @Inject Clock clock;

  /**
   * Makes a room and puts its creator, as the owner, and the members into it.
   *
   * @throws RoomNameTakenException if it is to be public and another public room has the name
   * @throws InvalidInputException if the name or the description is not one, or a member is not a
   *     user
   * @throws TooManyRoomsException if one of them is in as many rooms as one may be
   */
  public RoomView create(long creatorId, NewRoom input) {
    Room room = room(creatorId, input);
    Set<Long> others = others(creatorId, input.members());
    var everyone = new TreeSet<>(others);
    everyone.add(creatorId);
    memberships.requireRoomFor(everyone);
    store(() -> entities.persist(room));
    RoomLog log = counters.lock(room.id(), 1 + others.size()).orElseThrow(NotFoundException::new);
    var changes = new ArrayList<RoomChange>();
    changes.add(memberships.join(log, creatorId, RoomRole.OWNER));
    others.forEach(userId -> changes.add(memberships.join(log, userId, RoomRole.MEMBER)));
    tell(log, changes);
    return rooms.visible(creatorId, room.id());
  }

  /**
   * Changes a room's name or description; for its owners. What is so already stays so.
   *
   * @param expected what the change was made for; empty for any state
   */
  public StoredRoom edit(long callerId, long roomId, RoomEdit edit, Optional<EntityTags> expected) {
    RoomLog log = lockAs(callerId, roomId, RoomRole.OWNER, 1);
    Room room = headAs(log, expected);
    var name = Optional.ofNullable(edit.name()).map(RoomName::of).filter(n -> !room.isCalled(n));
    var description =
        Optional.ofNullable(edit.description())
            .map(RoomDescription::of)
            .filter(text -> !room.isDescribedAs(text));
    if (name.isEmpty() && description.isEmpty()) {
      counters.settle(log);
      return new StoredRoom(rooms.visible(callerId, roomId), room.metaRev());
    }
    long rev = log.nextRev();
    store(
        () -> {
          name.ifPresent(changed -> room.rename(changed, rev));
          description.ifPresent(changed -> room.describe(changed, rev));
        });
    tell(log, List.of(new HeadChanged(log.lastRev(), room.head())));
    return new StoredRoom(rooms.visible(callerId, roomId), room.metaRev());
  }

  /** Archives a room: it can be read, not written, and its name is free; for its owners. */
  public void archive(long callerId, long roomId, Optional<EntityTags> expected) {
    RoomLog log = lockAs(callerId, roomId, RoomRole.OWNER, 1);
    Room room = headAs(log, expected);
    room.archive(clock.instant(), log.nextRev());
    entities.flush();
    tell(log, List.of(new HeadChanged(log.lastRev(), room.head())));
  }

  private Room room(long creatorId, NewRoom input) {
    RoomKind kind = input.kind() == null ? RoomKind.PUBLIC : input.kind();
    RoomName name = RoomName.of(input.name());
    RoomDescription description = RoomDescription.of(input.description());
    long id = ids.next("rooms");
    return new Room(id, kind, name, description, creatorId, clock.instant());
  }

  private Room headAs(RoomLog log, Optional<EntityTags> expected) {
    if (log.isArchived()) {
      throw new RoomArchivedException();
    }
    Room room = entities.find(Room.class, log.roomId());
    if (expected.filter(tags -> !RoomTag.fits(tags, room.metaRev())).isPresent()) {
      throw new ProblemException(
          ProblemType.PRECONDITION_FAILED, "The room was changed in the meantime. Load it again.");
    }
    return room;
  }

  private RoomLog lockAs(long callerId, long roomId, RoomRole least, int changes) {
    rooms.requireVisible(callerId, roomId); // before the lock
    RoomLog log = counters.lock(roomId, changes).orElseThrow(NotFoundException::new);
    var caller = memberships.active(roomId, callerId);
    if (caller.isEmpty() && log.kind() != RoomKind.PUBLIC) {
      throw new NotFoundException();
    }
    if (!caller.map(m -> m.role().atLeast(least)).orElse(false)) {
      throw new NotAllowedException(least);
    }
    return log;
  }

  private void tell(RoomLog log, List<RoomChange> changes) {
    advanced.fire(new RoomAdvanced(log.roomId(), log.before(), log.lastRev(), changes));
  }

  private void store(Runnable change) {
    try {
      change.run();
      entities.flush();
    } catch (PersistenceException e) {
      throw Duplicates.caused(e) ? new RoomNameTakenException() : e;
    }
  }

  private Set<Long> others(long creatorId, @Nullable List<Long> members) {
    var others = new TreeSet<Long>(members == null ? List.of() : members);
    others.remove(creatorId);
    if (!others.isEmpty() && users.active(others).size() < others.size()) {
      throw new InvalidInputException("members", "unknown", "must be ids of users");
    }
    return others;
  }
}
