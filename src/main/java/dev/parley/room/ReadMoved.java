package dev.parley.room;

/**
 * Someone's read marker moved forward; observed after the commit.
 *
 * @param seq the last message that they have read
 * @param small whether the room has so few members that the others are told too
 */
public record ReadMoved(long roomId, long userId, long seq, boolean small) {
  /** Members up to which a room is small. */
  public static final int SMALL = 50;
}
