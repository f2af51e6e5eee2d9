package dev.parley.session;

import dev.parley.platform.Secrets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps a session going. Each use gives the next one, which follows from it and from the
 * installation's key: so a repeated use is answered the same, and an old one is known for what it
 * is without being stored.
 *
 * @param secret 256 bits in base64url
 */
record RefreshToken(long sessionId, String secret) {
  /**
   * Steps in which a secret is recognised as an earlier one: more than a week of use all day long.
   */
  private static final int MAX_AGE = 1_000;

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})\\.([A-Za-z0-9_-]{43})");

  /** Reads what a cookie holds. */
  static Optional<RefreshToken> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new RefreshToken(Long.parseLong(form.group(1)), form.group(2)))
        : Optional.empty();
  }

  String text() {
    return sessionId + "." + secret;
  }

  /** What is stored of it. */
  String hash() {
    return Secrets.hash(secret);
  }

  /** The one that replaces it. */
  RefreshToken next(String key) {
    return new RefreshToken(sessionId, Secrets.derive(key, secret));
  }

  /** Whether the token with that hash came after this one: then this one was used before. */
  boolean precedes(String hash, String key) {
    RefreshToken later = this;
    for (int age = 0; age < MAX_AGE; age++) {
      later = later.next(key);
      if (later.hash().equals(hash)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "RefreshToken[sessionId=" + sessionId + "]"; // the secret must not reach a log
  }
}
