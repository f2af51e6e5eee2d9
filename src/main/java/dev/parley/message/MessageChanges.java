package dev.parley.message;

import dev.parley.platform.AccountRates;
import dev.parley.platform.AccountRates.Action;
import dev.parley.platform.EntityTags;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.NotFoundException;
import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import dev.parley.room.Memberships;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomArchivedException;
import dev.parley.room.RoomCounters;
import dev.parley.room.RoomKind;
import dev.parley.room.RoomLog;
import dev.parley.room.RoomQueries;
import dev.parley.room.RoomRole;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes messages that are stored: each change takes the room's next rev, under its lock.
 *
 * <p>All of them count for {@link AccountRates}, which may refuse them.
 *
 * <p>Reactions are read before anything is written. While a table is small Derby reads all of it,
 * and waits for rows of other rooms: two that had written already would wait for each other.
 */
@Stateless
public class MessageChanges {
  /** Different emoji under one message. */
  public static final int MAX_EMOJI = 20;

  @PersistenceContext EntityManager entities;
  @Inject RoomCounters counters;
  @Inject Memberships memberships;
  @Inject RoomQueries rooms;
  @Inject MessageTexts texts;
  @Inject AccountRates rates;
  @Inject MessageViews views;
  @Inject Event<RoomAdvanced> advanced;
  @Inject Clock clock;

  /**
   * Replaces the text of one's own message. One that says so already stays as it is.
   *
   * @param expected what the change was made for; empty for any state
   * @throws InvalidInputException if the text is none, see {@link MessageTexts}
   * @throws NotTheAuthorException if someone else wrote it
   * @throws MessageDeletedException if it is deleted
   */
  public MessageView edit(
      long callerId, long roomId, long seq, String written, Optional<EntityTags> expected) {
    rates.take(Action.CHANGE, callerId);
    String text = texts.of(written);
    RoomLog log = lockAs(callerId, roomId);
    requireMember(log, callerId);
    Message message = find(log, seq, expected);
    List<Reaction> reactions = views.reactions(roomId, seq);
    message.requireEditable(callerId);
    if (message.says(text)) {
      counters.settle(log);
      return views.of(message, reactions);
    }
    message.edit(text, clock.instant(), log.nextRev());
    return tell(log, views.of(message, reactions));
  }

  /**
   * Deletes one's own message, or as a moderator anyone's. Its place stays; its text and reactions
   * go. One that is deleted already stays as it is.
   */
  public void delete(long callerId, long roomId, long seq, Optional<EntityTags> expected) {
    rates.take(Action.CHANGE, callerId);
    RoomLog log = lockAs(callerId, roomId);
    RoomRole role = requireMember(log, callerId);
    Message message = find(log, seq, expected);
    if (message.isDeleted()) {
      counters.settle(log);
      return;
    }
    message.delete(callerId, role, clock.instant(), log.nextRev());
    entities
        .createQuery("delete from Reaction r where r.roomId = :room and r.seq = :seq")
        .setParameter("room", roomId)
        .setParameter("seq", seq)
        .executeUpdate();
    tell(log, views.of(message, List.of()));
  }

  /**
   * Puts one's emoji under a message, or takes it away. What is so already stays so.
   *
   * @throws MessageDeletedException if the message is deleted
   */
  public MessageView react(long callerId, long roomId, long seq, Emoji emoji, boolean on) {
    rates.take(Action.CHANGE, callerId);
    RoomLog log = lockAs(callerId, roomId);
    requireMember(log, callerId);
    Message message = find(log, seq, Optional.empty());
    message.requireText();
    List<Reaction> reactions = views.reactions(roomId, seq);
    Optional<Reaction> present =
        reactions.stream().filter(reaction -> reaction.isBy(callerId, emoji)).findFirst();
    if (present.isPresent() == on) {
      counters.settle(log);
      return views.of(message, reactions);
    }
    if (on) {
      requireRoomFor(reactions, emoji);
      var reaction = new Reaction(roomId, seq, callerId, emoji, clock.instant());
      entities.persist(reaction);
      reactions.add(reaction);
    } else {
      present.ifPresent(entities::remove);
      present.ifPresent(reactions::remove);
    }
    message.touch(log.nextRev());
    return tell(log, views.of(message, reactions));
  }

  private RoomLog lockAs(long callerId, long roomId) {
    rooms.requireVisible(callerId, roomId); // before the lock
    return counters.lock(roomId, 1).orElseThrow(NotFoundException::new);
  }

  private RoomRole requireMember(RoomLog log, long callerId) {
    Optional<RoomRole> role = memberships.role(log.roomId(), callerId);
    if (role.isEmpty()) {
      throw log.kind() == RoomKind.PUBLIC
          ? new ProblemException(ProblemType.FORBIDDEN, "Join the room first.")
          : new NotFoundException();
    }
    if (log.isArchived()) {
      throw new RoomArchivedException();
    }
    return role.get();
  }

  private Message find(RoomLog log, long seq, Optional<EntityTags> expected) {
    Message message =
        Optional.ofNullable(entities.find(Message.class, new MessageKey(log.roomId(), seq)))
            .orElseThrow(NotFoundException::new);
    if (expected.filter(tags -> !MessageTag.fits(tags, message)).isPresent()) {
      throw new ProblemException(
          ProblemType.PRECONDITION_FAILED, "The message was changed in the meantime.");
    }
    return message;
  }

  private static void requireRoomFor(List<Reaction> present, Emoji emoji) {
    Set<String> different = present.stream().map(Reaction::emoji).collect(Collectors.toSet());
    if (different.size() >= MAX_EMOJI && !different.contains(emoji.text())) {
      throw new InvalidInputException(
          "emoji", "too_many", "a message has at most " + MAX_EMOJI + " different ones");
    }
  }

  private MessageView tell(RoomLog log, MessageView message) {
    entities.flush();
    var change = new MessageChanged(log.roomId(), message);
    advanced.fire(new RoomAdvanced(log.roomId(), log.before(), log.lastRev(), List.of(change)));
    return message;
  }
}
