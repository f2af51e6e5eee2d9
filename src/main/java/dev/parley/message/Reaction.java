package dev.parley.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;

/** Someone's emoji under a message. */
@Entity
@IdClass(ReactionKey.class)
@Table(name = "reactions")
public class Reaction {
  /** As they are shown; the same as where they are read. */
  static final Comparator<Reaction> ORDER =
      Comparator.comparing((Reaction reaction) -> reaction.createdAt)
          .thenComparing(reaction -> reaction.userId);

  @Id
  @Column(name = "room_id")
  private long roomId;

  @Id private long seq;

  @Id
  @Column(name = "user_id")
  private long userId;

  @Id private String emoji = "";

  @Column(name = "created_at")
  private Instant createdAt = Instant.EPOCH;

  protected Reaction() {}

  Reaction(long roomId, long seq, long userId, Emoji emoji, Instant createdAt) {
    this.roomId = roomId;
    this.seq = seq;
    this.userId = userId;
    this.emoji = emoji.text();
    this.createdAt = createdAt;
  }

  long seq() {
    return seq;
  }

  long userId() {
    return userId;
  }

  String emoji() {
    return emoji;
  }

  boolean isBy(long someone, Emoji one) {
    return userId == someone && emoji.equals(one.text());
  }
}
