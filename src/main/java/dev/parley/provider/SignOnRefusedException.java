package dev.parley.provider;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** The identity provider says no, or what it says is not to be believed. */
public class SignOnRefusedException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType SIGN_ON_REFUSED =
      new ProblemType(401, "sign_on_refused", "Single sign-on says no");

  /** Refuses. */
  public SignOnRefusedException() {
    super(SIGN_ON_REFUSED, "Your company's sign-on did not let you in. Sign in again.");
  }
}
