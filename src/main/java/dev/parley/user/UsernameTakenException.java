package dev.parley.user;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** Someone has this username, or one that looks like it. */
public class UsernameTakenException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType USERNAME_TAKEN =
      new ProblemType(409, "username_taken", "This username is taken");

  UsernameTakenException() {
    super(USERNAME_TAKEN, "Someone has this username, or one that looks like it.");
  }
}
