package dev.parley.room;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** The room was archived: it can be read, not written. */
public class RoomArchivedException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType ARCHIVED =
      new ProblemType(409, "room_archived", "The room is archived");

  public RoomArchivedException() {
    super(ARCHIVED, "It can still be read.");
  }
}
