package dev.parley.session;

import dev.parley.platform.Secrets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps a session going. Each use gives the next one; {@link RefreshTokenFamily} makes them.
 *
 * @param generation how many came before it in the session
 * @param secret 256 bits in base64url
 * @param tag proves that it was issued, also when nothing is stored of it any more; empty in one
 *     that an earlier version made
 */
record RefreshToken(long sessionId, int generation, String secret, String tag) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

  /** Tokens of earlier versions had neither generation nor tag. */
  private static final Pattern UNTAGGED = Pattern.compile("([0-9]{1,18})\\.([A-Za-z0-9_-]{43})");

  /** Reads what a cookie holds. */
  static Optional<RefreshToken> parse(String text) {
    Matcher untagged = UNTAGGED.matcher(text);
    if (untagged.matches()) {
      long sessionId = Long.parseLong(untagged.group(1));
      return Optional.of(new RefreshToken(sessionId, 0, untagged.group(2), ""));
    }
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new RefreshToken(
                Long.parseLong(form.group(1)),
                Integer.parseInt(form.group(2)),
                form.group(3),
                form.group(4)))
        : Optional.empty();
  }

  String text() {
    return sessionId + "." + generation + "." + secret + "." + tag;
  }

  /** What is stored of it. */
  String hash() {
    return Secrets.hash(secret);
  }

  @Override
  public String toString() {
    return "RefreshToken[sessionId=" + sessionId + "]"; // the secret must not reach a log
  }
}
