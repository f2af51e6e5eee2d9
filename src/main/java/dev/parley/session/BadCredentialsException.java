package dev.parley.session;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** No such user, or not their password: which of the two is not told. */
public class BadCredentialsException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType BAD_CREDENTIALS =
      new ProblemType(401, "bad_credentials", "Not the right name or password");

  BadCredentialsException() {
    super(BAD_CREDENTIALS, "The username or the password is not right.");
  }
}
