package dev.parley.message;

import java.io.Serializable;
import java.util.Objects;

/** One person's emoji under one message. */
public class ReactionKey implements Serializable {
  private static final long serialVersionUID = 1L;

  private long roomId;
  private long seq;
  private long userId;
  private String emoji = "";

  public ReactionKey() {}

  ReactionKey(long roomId, long seq, long userId, String emoji) {
    this.roomId = roomId;
    this.seq = seq;
    this.userId = userId;
    this.emoji = emoji;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReactionKey key
        && key.roomId == roomId
        && key.seq == seq
        && key.userId == userId
        && key.emoji.equals(emoji);
  }

  @Override
  public int hashCode() {
    return Objects.hash(roomId, seq, userId, emoji);
  }
}
