package dev.parley.session;

import jakarta.json.JsonNumber;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says, once the server has verified its signature, issuer, audience and end.
 *
 * @param userId {@code sub}
 * @param sessionId {@code sid}
 * @param expiresAt {@code exp}
 */
record AccessToken(long userId, long sessionId, Instant expiresAt) {
  /**
   * Reads a verified token and checks what MicroProfile JWT leaves open.
   *
   * @param principal what the server made of the request's token, if it took one
   * @return empty if it is none, another kind of token, or not good yet
   */
  static Optional<AccessToken> of(@Nullable Principal principal, Instant now) {
    return principal instanceof JsonWebToken token && isAccess(token) && begun(token, now)
        ? read(token)
        : Optional.empty();
  }

  /** The proof that it is. */
  SignedIn signedIn() {
    return new SignedIn(userId, sessionId, expiresAt);
  }

  private static Optional<AccessToken> read(JsonWebToken token) {
    try {
      return Optional.of(
          new AccessToken(
              Long.parseLong(token.getSubject()),
              Long.parseLong(text(token, TokenRules.SESSION)),
              Instant.ofEpochSecond(token.getExpirationTime())));
    } catch (NumberFormatException e) {
      return Optional.empty(); // signed with our key, but not made here
    }
  }

  private static boolean isAccess(JsonWebToken token) {
    return TokenRules.ACCESS.equals(text(token, TokenRules.USE));
  }

  private static boolean begun(JsonWebToken token, Instant now) {
    Object notBefore = token.getClaim("nbf");
    if (notBefore == null) {
      return true;
    }
    return seconds(notBefore) <= now.getEpochSecond();
  }

  private static long seconds(Object claim) {
    if (claim instanceof JsonNumber number) {
      return number.longValue();
    }
    return claim instanceof Number number ? number.longValue() : Long.MAX_VALUE;
  }

  /** A claim as text: one server gives a {@code String}, the other a {@code JsonString}. */
  private static String text(JsonWebToken token, String claim) {
    Object value = token.getClaim(claim);
    if (value instanceof jakarta.json.JsonString json) {
      return json.getString();
    }
    return value instanceof String string ? string : "";
  }
}
