package dev.parley.room;

import java.io.Serializable;
import java.util.Objects;

/** One person in one room. */
public class MembershipKey implements Serializable {
  private static final long serialVersionUID = 1L;

  private long roomId;
  private long userId;

  public MembershipKey() {}

  MembershipKey(long roomId, long userId) {
    this.roomId = roomId;
    this.userId = userId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MembershipKey key && key.roomId == roomId && key.userId == userId;
  }

  @Override
  public int hashCode() {
    return Objects.hash(roomId, userId);
  }
}
