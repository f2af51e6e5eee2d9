package dev.parley.message;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** Someone else wrote the message. */
public class NotTheAuthorException extends ProblemException {
  private static final long serialVersionUID = 1L;

  NotTheAuthorException() {
    super(ProblemType.FORBIDDEN, "Only who wrote a message may change it.");
  }
}
