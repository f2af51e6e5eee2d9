package dev.parley.room;

/** What a member may do in a room; a later one may all that an earlier one may. */
public enum RoomRole {
  MEMBER,
  MODERATOR,
  OWNER;

  /** Whether this role may do what asks for {@code least}. */
  public boolean atLeast(RoomRole least) {
    return compareTo(least) >= 0;
  }
}
