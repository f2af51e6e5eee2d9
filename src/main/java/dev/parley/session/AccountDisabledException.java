package dev.parley.session;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** The identity provider lets someone in, and an administrator of Parley does not. */
public class AccountDisabledException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType ACCOUNT_DISABLED =
      new ProblemType(403, "account_disabled", "The account is disabled");

  AccountDisabledException() {
    super(ACCOUNT_DISABLED, "An administrator of this server has disabled your account.");
  }
}
