package dev.parley.room;

/** One lasting change of a room: it carries the whole object as it is now. */
public interface RoomChange {
  /** Its number in the room. */
  long rev();

  /**
   * What a client is told.
   *
   * @param prev the rev at which the client's view of the room stands before it
   */
  Object frame(long prev);
}
