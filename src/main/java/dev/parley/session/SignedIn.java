package dev.parley.session;

import java.time.Instant;

/**
 * Someone who has proved who they are.
 *
 * @param userId the user
 * @param sessionId the session that the proof belongs to; it may be ended at any time
 * @param nonce tells the session from any other that ever has the same id: after a failover to a
 *     database without the last commits, ids are given out again
 * @param expiresAt until when this proof is good, unless it is renewed
 */
public record SignedIn(long userId, long sessionId, String nonce, Instant expiresAt) {
  /** Whether both are about one session of one user. */
  boolean isSame(SignedIn other) {
    return userId == other.userId && sessionId == other.sessionId && nonce.equals(other.nonce);
  }

  @Override
  public String toString() {
    return "SignedIn[userId=" + userId + ", sessionId=" + sessionId + "]";
  }
}
