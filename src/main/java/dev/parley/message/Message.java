package dev.parley.message;

import dev.parley.user.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
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

  long seq() {
    return seq;
  }

  long authorId() {
    return authorId;
  }

  /** The message as everyone in the room sees it. */
  MessageView view(Person author) {
    return new MessageView(seq, rev, author, clientId, body, createdAt, replyTo);
  }
}
