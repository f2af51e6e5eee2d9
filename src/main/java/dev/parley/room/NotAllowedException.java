package dev.parley.room;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** A member asked for what their role does not allow. */
public class NotAllowedException extends ProblemException {
  private static final long serialVersionUID = 1L;

  NotAllowedException(RoomRole least) {
    super(ProblemType.FORBIDDEN, "Only for those who are " + least + " here, or more.");
  }

  NotAllowedException(String why) {
    super(ProblemType.FORBIDDEN, why);
  }
}
