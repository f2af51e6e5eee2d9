package dev.parley.room;

/** A room's name, description or state changed. */
public record HeadChanged(long rev, RoomHead head) implements RoomChange {
  /** The frame {@code room} of the protocol. */
  public record RoomFrame(String ev, long room, long prev, long rev, RoomHead head) {}

  @Override
  public RoomFrame frame(long prev) {
    return new RoomFrame("room", head.id(), prev, rev, head);
  }
}
