package dev.parley.message;

import java.io.Serializable;
import java.util.Objects;

/** A message's place: its number in its room. */
public class MessageKey implements Serializable {
  private static final long serialVersionUID = 1L;

  private long roomId;
  private long seq;

  public MessageKey() {}

  MessageKey(long roomId, long seq) {
    this.roomId = roomId;
    this.seq = seq;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MessageKey key && key.roomId == roomId && key.seq == seq;
  }

  @Override
  public int hashCode() {
    return Objects.hash(roomId, seq);
  }
}
