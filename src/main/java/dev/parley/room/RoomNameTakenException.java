package dev.parley.room;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** Another public room has this name. */
public class RoomNameTakenException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType TAKEN =
      new ProblemType(409, "room_name_taken", "A room has this name already");

  RoomNameTakenException() {
    super(TAKEN, "Choose another name, or join the room that has it.");
  }
}
