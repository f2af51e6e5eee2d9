package dev.parley.message;

import dev.parley.platform.NotFoundException;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomChange;
import dev.parley.room.RoomQueries;
import dev.parley.room.RoomView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Answers "what did I miss". The rev that is answered as {@code upTo} is read in a statement of its
 * own before everything else, and what changed after it is left out: of two commits in between one
 * could be seen without the other, and a reader who has seen the later one takes no earlier one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ChangeQueries {
  /** Changes in one room beyond which a reader starts anew. */
  public static final int MAX_CHANGES = 500;

  /** Messages in a newest page. */
  public static final int PAGE = 50;

  @Inject RoomQueries rooms;
  @Inject MessageHistory history;

  /**
   * What changed in a room after a rev.
   *
   * @param since empty for a reader that holds nothing
   * @throws NotFoundException if the room is not there for the user
   */
  public Changes since(long userId, long roomId, OptionalLong since) {
    return since(rooms.visible(userId, roomId), since);
  }

  /** What changed after a rev in a room that was read before. */
  public Changes since(RoomView room, OptionalLong since) {
    if (since.isEmpty() || since.getAsLong() > room.lastRev()) {
      return newest(room);
    }
    if (since.getAsLong() == room.lastRev()) {
      return Changes.missed(room.lastRev(), List.of(), room.lastRev()); // nothing to look for
    }
    List<RoomChange> missed = changed(room.id(), since.getAsLong(), room.lastRev());
    return missed.size() > MAX_CHANGES
        ? newest(room)
        : Changes.missed(since.getAsLong(), missed, room.lastRev());
  }

  /**
   * The room's advance from a rev to where it stands now, or as far as one step goes. Where the
   * next revs are messages they are told without asking for anything else: none can be missing in
   * between, whatever is committed meanwhile.
   */
  public RoomAdvanced advance(long roomId, long since) {
    List<MessageChanged> next = withoutGap(since, history.changes(roomId, since, MAX_CHANGES));
    return next.isEmpty() ? advanceOfAllKinds(roomId, since) : advanced(roomId, since, next);
  }

  /**
   * The advances of some rooms, each from a rev of its own, in one statement: as far as they are
   * messages, {@value MessageHistory#FEW} at most, and without those rooms of which the next change
   * is none.
   *
   * @param since rooms and revs
   */
  public Map<Long, RoomAdvanced> advances(Map<Long, Long> since) {
    Map<Long, List<MessageChanged>> found = history.changes(since);
    var advances = new HashMap<Long, RoomAdvanced>();
    since.forEach(
        (roomId, before) -> {
          List<MessageChanged> next = withoutGap(before, found.getOrDefault(roomId, List.of()));
          if (!next.isEmpty()) {
            advances.put(roomId, advanced(roomId, before, next));
          }
        });
    return advances;
  }

  private static RoomAdvanced advanced(long roomId, long since, List<MessageChanged> next) {
    return new RoomAdvanced(roomId, since, since + next.size(), List.copyOf(next));
  }

  private static List<MessageChanged> withoutGap(long since, List<MessageChanged> messages) {
    int length = 0;
    while (length < messages.size() && messages.get(length).rev() == since + length + 1) {
      length++;
    }
    return messages.subList(0, length);
  }

  private RoomAdvanced advanceOfAllKinds(long roomId, long since) {
    long stands = rooms.lastRevs(Set.of(roomId)).getOrDefault(roomId, since);
    List<RoomChange> missed = changed(roomId, since, stands);
    boolean cut = missed.size() > MAX_CHANGES;
    List<RoomChange> step = cut ? missed.subList(0, MAX_CHANGES) : missed;
    long upTo = cut ? step.get(MAX_CHANGES - 1).rev() : Math.max(since, stands);
    return new RoomAdvanced(roomId, since, upTo, List.copyOf(step));
  }

  private Changes newest(RoomView room) {
    return Changes.reset(room, history.newest(room, PAGE));
  }

  /**
   * All kinds of changes by rev, with one more than the most if there are more. No rev is left out
   * and none is two changes': where the messages are as many as the revs, nothing else changed.
   */
  private List<RoomChange> changed(long roomId, long since, long upTo) {
    var changes = new ArrayList<RoomChange>(history.changes(roomId, since, MAX_CHANGES + 1));
    changes.removeIf(change -> change.rev() > upTo);
    if (changes.size() < upTo - since) {
      changes.addAll(rooms.headChanges(roomId, since));
      changes.addAll(rooms.memberChanges(roomId, since, MAX_CHANGES + 1));
    }
    return changes.stream()
        .filter(change -> change.rev() <= upTo)
        .sorted(Comparator.comparingLong(RoomChange::rev))
        .limit(MAX_CHANGES + 1L)
        .toList();
  }
}
