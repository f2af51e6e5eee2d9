package dev.parley.message;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** The message was deleted: only its place is left. */
public class MessageDeletedException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType DELETED =
      new ProblemType(409, "message_deleted", "The message is deleted");

  MessageDeletedException() {
    super(DELETED, "Nothing can be changed about it any more.");
  }
}
