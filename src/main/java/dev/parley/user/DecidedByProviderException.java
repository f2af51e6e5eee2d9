package dev.parley.user;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** Roles follow from groups at the identity provider, and are changed there. */
public class DecidedByProviderException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType DECIDED_BY_PROVIDER =
      new ProblemType(403, "decided_by_provider", "Decided elsewhere");

  /** Refuses to change a role here. */
  public DecidedByProviderException() {
    super(
        DECIDED_BY_PROVIDER,
        "Who is an administrator follows from the groups of your company's sign-on.");
  }
}
