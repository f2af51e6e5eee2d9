package dev.parley.realtime;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** The frame's {@code op} is none that the protocol has. */
class UnknownOperationException extends ProblemException {
  private static final long serialVersionUID = 1L;

  UnknownOperationException() {
    super(ProblemType.BAD_REQUEST, "There is no such op.");
  }
}
