package dev.parley.session;

import dev.parley.user.UserView;

/**
 * What someone gets who has signed in, or has refreshed.
 *
 * @param nonce see {@link SignedIn}
 */
public record Grant(UserView user, long sessionId, String nonce, RefreshToken refreshToken) {
  @Override
  public String toString() {
    return "Grant[sessionId=" + sessionId + "]"; // a token must not reach a log
  }
}
