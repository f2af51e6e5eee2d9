package dev.parley.realtime;

import com.fasterxml.jackson.databind.JsonNode;

/** A request was answered with a problem that may be over soon. */
final class NotNowException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final long retryAfterMs;

  NotNowException(JsonNode problem) {
    super(problem.toString());
    this.retryAfterMs = problem.path("retryAfterMs").asLong();
  }

  /** How long the server asks to wait; 0 where it does not say. */
  long retryAfterMs() {
    return retryAfterMs;
  }
}
