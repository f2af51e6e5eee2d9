package dev.parley.provider;

import dev.parley.platform.Problem;
import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;

/** The identity provider does not answer, or not as one does. */
public class ProviderUnavailableException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final ProblemType PROVIDER_UNAVAILABLE =
      new ProblemType(503, "provider_unavailable", "Single sign-on does not answer");
  private static final long RETRY_MS = 5_000;

  ProviderUnavailableException() {
    super(
        Problem.of(PROVIDER_UNAVAILABLE, "Your company's sign-on does not answer. Try again soon.")
            .retryAfter(RETRY_MS));
  }
}
