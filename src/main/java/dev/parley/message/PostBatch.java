package dev.parley.message;

import dev.parley.message.Outcome.Posted;
import dev.parley.message.Outcome.Refused;
import dev.parley.message.Outcome.Repeated;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.Problem;
import dev.parley.room.Author;
import dev.parley.room.Memberships;
import dev.parley.room.Posting;
import dev.parley.room.RoomArchivedException;
import dev.parley.room.RoomChange;
import dev.parley.room.RoomKind;
import dev.parley.room.RoomLog;
import dev.parley.room.RoomRole;
import dev.parley.user.Person;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The drafts of one room in one transaction, under the room's lock. */
final class PostBatch {
  /** What tells one draft of a room from another. */
  private record DraftId(long authorId, String clientId) {}

  private static final Problem NOT_TO_BE_ANSWERED =
      new InvalidInputException(
              "replyTo", "unknown", "The message that this answers is deleted or not of this room.")
          .problem();

  private final RoomLog log;
  private final Set<Long> full;
  private final EntityManager entities;
  private final Memberships memberships;
  private final MessageViews views;
  private final Map<Long, Author> authors;
  private final Set<Long> entered = new HashSet<>();
  private final Instant now;
  private final Map<DraftId, MessageView> stored = new HashMap<>();
  private final Map<Long, Long> lastSeqs = new HashMap<>();
  private final List<RoomChange> changes = new ArrayList<>();

  /**
   * Begins a batch.
   *
   * @param full who is in as many rooms as one may be
   */
  PostBatch(
      Posting posting,
      Set<Long> full,
      EntityManager entities,
      Memberships memberships,
      MessageViews views,
      Instant now) {
    this.log = posting.log();
    this.authors = posting.authors();
    this.full = full;
    this.entities = entities;
    this.memberships = memberships;
    this.views = views;
    this.now = now;
  }

  /** Posts one draft; what was stored before is looked for ahead of every other check. */
  Outcome post(Draft draft) {
    var id = new DraftId(draft.authorId(), draft.clientId());
    Optional<MessageView> earlier = Optional.ofNullable(stored.get(id)).or(() -> find(draft));
    if (earlier.isPresent()) {
      return new Repeated(earlier.get());
    }
    Author author = authors.get(draft.authorId());
    if (author == null || !mayEnter(author)) {
      return MessageService.refused();
    }
    if (log.isArchived()) {
      return new Refused(new RoomArchivedException().problem());
    }
    if (!author.isMember() && full.contains(draft.authorId())) {
      return new Refused(memberships.tooManyRooms().problem());
    }
    if (!mayAnswer(draft.replyTo())) {
      return new Refused(NOT_TO_BE_ANSWERED);
    }
    enter(author);
    MessageView message = store(draft, author.person());
    stored.put(id, message);
    return new Posted(message);
  }

  /** What changed, by rev. */
  List<RoomChange> changes() {
    return changes;
  }

  /** The last message that each author posted here. */
  Map<Long, Long> lastSeqs() {
    return lastSeqs;
  }

  private boolean mayEnter(Author author) {
    return author.isMember() || log.kind() == RoomKind.PUBLIC;
  }

  private boolean mayAnswer(@Nullable Long seq) {
    return seq == null
        || Optional.ofNullable(entities.find(Message.class, new MessageKey(log.roomId(), seq)))
            .filter(message -> !message.isDeleted())
            .isPresent();
  }

  /** Posting to a public room joins it. */
  private void enter(Author author) {
    long authorId = author.person().id();
    if (!author.isMember() && entered.add(authorId)) {
      changes.add(memberships.join(log, authorId, RoomRole.MEMBER));
    }
  }

  private MessageView store(Draft draft, Person author) {
    var message = new Message(draft, log.nextSeq(), log.nextRev(), now);
    entities.persist(message);
    MessageView view = message.view(author, List.of());
    changes.add(new MessageChanged(log.roomId(), view));
    lastSeqs.put(draft.authorId(), view.seq());
    return view;
  }

  private Optional<MessageView> find(Draft draft) {
    return entities
        .createQuery(
            "select m from Message m where m.roomId = :room and m.authorId = :author"
                + " and m.clientId = :cid",
            Message.class)
        .setParameter("room", draft.roomId())
        .setParameter("author", draft.authorId())
        .setParameter("cid", draft.clientId())
        .getResultList()
        .stream()
        .findFirst()
        .map(message -> views.of(draft.roomId(), message));
  }
}
