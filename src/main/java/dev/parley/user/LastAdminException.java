package dev.parley.user;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** Somebody has to be able to let people in again. */
public class LastAdminException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType LAST_ADMIN =
      new ProblemType(409, "last_admin", "The last administrator");

  LastAdminException() {
    super(LAST_ADMIN, "There has to be another administrator first.");
  }
}
