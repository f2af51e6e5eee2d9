package dev.parley.platform;

import java.time.Duration;

/** A limit was reached; nothing was changed. */
public class TooManyRequestsException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /** Refuses with 429 until {@code wait} has passed. */
  public TooManyRequestsException(Duration wait) {
    super(
        Problem.of(ProblemType.TOO_MANY_REQUESTS, "Please wait a moment and try again.")
            .retryAfter(Math.max(1, wait.toMillis())));
  }
}
