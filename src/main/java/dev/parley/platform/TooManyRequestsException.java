package dev.parley.platform;

import java.time.Duration;

/** A limit was reached; nothing was changed. */
public class TooManyRequestsException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /** Refuses with 429 until {@code wait} has passed. */
  public TooManyRequestsException(Duration wait) {
    super(
        Problem.of(ProblemType.TOO_MANY_REQUESTS, advice(wait))
            .retryAfter(Math.max(1, wait.toMillis())));
  }

  private static String advice(Duration wait) {
    if (wait.compareTo(Duration.ofMinutes(1)) <= 0) {
      return "Please wait a moment and try again.";
    }
    long minutes = wait.plusSeconds(59).toMinutes(); // rounded up, as the hours are
    return minutes <= 120
        ? "Please try again in " + minutes + " minutes."
        : "Please try again in " + (minutes + 59) / 60 + " hours.";
  }
}
