package dev.parley.message;

import dev.parley.room.RoomChange;

/** A message was posted or changed. */
public record MessageChanged(long roomId, MessageView message) implements RoomChange {
  /** The frame {@code message} of the protocol. */
  public record MessageFrame(String ev, long room, long prev, long rev, MessageView m) {}

  @Override
  public long rev() {
    return message.rev();
  }

  @Override
  public MessageFrame frame(long prev) {
    return new MessageFrame("message", roomId, prev, message.rev(), message);
  }
}
