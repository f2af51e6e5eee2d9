package dev.parley.platform;

import java.time.Duration;

/** Not possible at the moment; whether anything was stored is not known. */
public class UnavailableException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /** Refuses with 503 until {@code wait} has passed. */
  public UnavailableException(Duration wait) {
    super(
        Problem.of(ProblemType.UNAVAILABLE, "The server is busy. Please try again.")
            .retryAfter(Math.max(1, wait.toMillis())));
  }
}
