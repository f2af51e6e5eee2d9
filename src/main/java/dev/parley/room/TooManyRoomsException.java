package dev.parley.room;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** Someone is in as many rooms as one may be. */
public class TooManyRoomsException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType TOO_MANY_ROOMS =
      new ProblemType(409, "too_many_rooms", "In too many rooms");

  TooManyRoomsException(int most) {
    super(
        TOO_MANY_ROOMS,
        "Nobody can be in more than " + most + " rooms. Some have to be left before.");
  }
}
