package dev.parley.provider;

/**
 * Someone who was sent to the provider and has not come back yet. It travels sealed in a cookie.
 *
 * @param state by which the answer is known to belong to this browser (RFC 6749, section 10.12)
 * @param nonce by which the ID token is (OpenID Connect Core 1.0, section 15.5.2)
 * @param verifier by which the provider knows who asks for the tokens (RFC 7636)
 * @param to the page that was asked for
 * @param expiresAt milliseconds since the epoch after which it is too late
 */
record PendingSignOn(String state, String nonce, String verifier, String to, long expiresAt) {
  @Override
  public String toString() {
    return "PendingSignOn[to=" + to + "]"; // the verifier must not reach a log
  }
}
