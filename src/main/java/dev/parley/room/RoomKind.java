package dev.parley.room;

/** Who may see a room. */
public enum RoomKind {
  /** Everyone may read it and join. */
  PUBLIC,
  /** Members only; to others it does not exist. */
  PRIVATE
}
