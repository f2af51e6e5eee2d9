package dev.parley.message;

import dev.parley.room.RoomRole;
import dev.parley.user.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of a room's log. */
@Entity
@IdClass(MessageKey.class)
@Table(name = "messages")
public class Message {
  @Id
  @Column(name = "room_id")
  private long roomId;

  @Id private long seq;

  private long rev;

  @Column(name = "author_id")
  private long authorId;

  @Column(name = "client_id")
  private String clientId = "";

  private String body = "";

  @Column(name = "reply_to")
  private @Nullable Long replyTo;

  @Column(name = "created_at")
  private Instant createdAt = Instant.EPOCH;

  @Column(name = "edited_at")
  private @Nullable Instant editedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  protected Message() {}

  Message(Draft draft, long seq, long rev, Instant createdAt) {
    this.roomId = draft.roomId();
    this.seq = seq;
    this.rev = rev;
    this.authorId = draft.authorId();
    this.clientId = draft.clientId();
    this.body = draft.text();
    this.replyTo = draft.replyTo();
    this.createdAt = createdAt;
  }

  long roomId() {
    return roomId;
  }

  long seq() {
    return seq;
  }

  long authorId() {
    return authorId;
  }

  long rev() {
    return rev;
  }

  @Nullable String text() {
    return isDeleted() ? null : body;
  }

  boolean isDeleted() {
    return deletedAt != null;
  }

  /** Refuses an edit by anyone but its author, and where only its place is left. */
  void requireEditable(long editorId) {
    requireText();
    if (editorId != authorId) {
      throw new NotTheAuthorException();
    }
  }

  boolean says(String text) {
    return body.equals(text);
  }

  /** Replaces the text, as change number {@code newRev} of the room. */
  void edit(String newBody, Instant now, long newRev) {
    body = newBody;
    editedAt = now;
    rev = newRev;
  }

  /** Leaves nothing but its place, as change number {@code newRev} of the room. */
  void delete(long callerId, RoomRole role, Instant now, long newRev) {
    if (callerId != authorId && !role.atLeast(RoomRole.MODERATOR)) {
      throw new NotTheAuthorException();
    }
    body = "";
    deletedAt = now;
    rev = newRev;
  }

  /** Notes that something about it changed, as change number {@code newRev} of the room. */
  void touch(long newRev) {
    rev = newRev;
  }

  /** Refuses to be changed where only its place is left. */
  void requireText() {
    if (isDeleted()) {
      throw new MessageDeletedException();
    }
  }

  /** The message as everyone in the room sees it. */
  MessageView view(Person author, List<ReactionView> reactions) {
    return new MessageView(
        seq,
        rev,
        author,
        clientId,
        text(),
        createdAt,
        editedAt,
        deletedAt,
        replyTo,
        reactions.isEmpty() ? null : reactions);
  }
}
