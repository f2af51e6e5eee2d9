package dev.parley.user;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import dev.parley.platform.SignUps;

/** Not everyone may sign up here. */
public class RegistrationClosedException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType NEEDS_INVITATION =
      new ProblemType(403, "invitation_needed", "An invitation is needed");
  private static final ProblemType CLOSED =
      new ProblemType(403, "registration_closed", "Nobody can sign up here");

  RegistrationClosedException(SignUps mode) {
    super(
        mode == SignUps.INVITATION ? NEEDS_INVITATION : CLOSED,
        "Ask an administrator of this server for an account.");
  }
}
