package dev.parley.session;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.Principal;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says, once the server has verified its signature, issuer, audience and end.
 *
 * @param userId {@code sub}
 * @param sessionId {@code sid}
 * @param nonce {@code session_nonce}
 * @param expiresAt {@code exp}
 */
record AccessToken(long userId, long sessionId, String nonce, Instant expiresAt) {
  /**
   * Reads a verified token and checks what MicroProfile JWT leaves open. It reads the token's own
   * text, because each server hands out claims as another kind of value.
   *
   * @param principal what the server made of the request's token, if it took one
   * @param keyId the key that it must name: servers take the only key for any name
   * @return empty if it is none, another kind of token, or not good yet
   */
  static Optional<AccessToken> of(@Nullable Principal principal, String keyId, Instant now) {
    if (!(principal instanceof JsonWebToken verified)) {
      return Optional.empty();
    }
    try {
      return ofVerified(SignedJWT.parse(verified.getRawToken()), keyId, now);
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** Reads a token whose signature, issuer and audience are verified. */
  static Optional<AccessToken> ofVerified(SignedJWT token, String keyId, Instant now) {
    try {
      JWTClaimsSet claims = token.getJWTClaimsSet();
      boolean good =
          keyId.equals(token.getHeader().getKeyID()) && isAccess(claims) && timely(token, now);
      return good ? Optional.of(read(claims)) : Optional.empty();
    } catch (ParseException | NumberFormatException e) {
      return Optional.empty(); // signed with our key, but not made here
    }
  }

  /** The proof that it is. */
  SignedIn signedIn() {
    return new SignedIn(userId, sessionId, nonce, expiresAt);
  }

  private static AccessToken read(JWTClaimsSet claims) throws ParseException {
    return new AccessToken(
        Long.parseLong(claims.getSubject()),
        Long.parseLong(claims.getStringClaim(TokenRules.SESSION)),
        claims.getStringClaim(TokenRules.NONCE),
        claims.getExpirationTime().toInstant());
  }

  private static boolean isAccess(JWTClaimsSet claims) throws ParseException {
    return TokenRules.ACCESS.equals(claims.getStringClaim(TokenRules.USE))
        && claims.getStringClaim(TokenRules.NONCE) != null;
  }

  /** Not before its time, nor after: servers differ in the last second. */
  private static boolean timely(SignedJWT token, Instant now) throws ParseException {
    // the number itself: as a date a very large one overflows into the past
    Object notBefore = token.getPayload().toJSONObject().get("nbf");
    boolean begun =
        notBefore == null
            || (notBefore instanceof Number seconds
                && seconds.doubleValue() <= now.getEpochSecond());
    Date end = token.getJWTClaimsSet().getExpirationTime();
    return begun && end != null && end.toInstant().isAfter(now);
  }
}
