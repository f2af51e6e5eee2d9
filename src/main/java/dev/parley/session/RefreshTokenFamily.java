package dev.parley.session;

import dev.parley.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * The refresh tokens of one session. Each has a successor, and another one for each time that it is
 * presented again. They follow from it and from the installation's key: whichever node is asked
 * answers the same. So of two who hold the same token each gets one of their own, and it shows when
 * both use theirs.
 *
 * @param key the installation's
 * @param createdAt of the session: a database that lost its last commits may issue the id again
 */
record RefreshTokenFamily(String key, long sessionId, Instant createdAt) {
  /** The token that a session begins with. */
  RefreshToken first() {
    return token(0, Secrets.random());
  }

  /** The token that replaces one when it is used. */
  RefreshToken successor(RefreshToken used) {
    return token(used.generation() + 1, Secrets.derive(key, used.secret()));
  }

  /**
   * The token that replaces one when it is presented again later.
   *
   * @param at when that was
   */
  RefreshToken alternative(RefreshToken used, Instant at) {
    String repeated = "again." + at.toEpochMilli() + "." + used.secret();
    return token(used.generation() + 1, Secrets.derive(key, repeated));
  }

  /** Whether a token was made here, for this session. */
  boolean issued(RefreshToken presented) {
    String tag = tag(presented.generation(), presented.secret());
    return presented.sessionId() == sessionId
        && MessageDigest.isEqual(ascii(tag), ascii(presented.tag()));
  }

  private RefreshToken token(int generation, String secret) {
    return new RefreshToken(sessionId, generation, secret, tag(generation, secret));
  }

  private String tag(int generation, String secret) {
    String session = sessionId + "." + createdAt.toEpochMilli(); // databases keep no more than µs
    return Secrets.derive(key, "tag." + session + "." + generation + "." + secret);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
