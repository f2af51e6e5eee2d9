package dev.parley.provider;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.parley.platform.Secrets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who someone is, as the provider told in a token that has been verified.
 *
 * @param key a hash of issuer and subject: the same person for ever, whatever their name
 * @param username what the provider calls them, as it is
 * @param displayName what others call them, as it is; the username where there is none
 * @param groups those they are in now
 * @param sid a hash of the provider's session; empty where the token does not tell
 * @param client the program that the token was made for; empty where the token does not tell
 * @param issuedAt when it was told; what was told earlier is out of date
 * @param expiresAt until when it may be believed
 */
public record Identity(
    String key,
    String username,
    String displayName,
    Set<String> groups,
    Optional<String> sid,
    String client,
    Instant issuedAt,
    Instant expiresAt) {

  /** Tells whether the names and groups are the same as another time. */
  public String claimsHash() {
    return Secrets.hash(
        String.join("\n", username, displayName, String.join("\n", new TreeSet<>(groups))));
  }

  /** Names the sessions of a program: as long as it stays the same, so does the session. */
  public String programKey() {
    return Secrets.hash("program\n" + key + "\n" + sid.orElse("") + "\n" + client);
  }

  /** The key of someone. */
  static String keyOf(String issuer, String subject) {
    return Secrets.hash("subject\n" + issuer + "\n" + subject);
  }

  /** The hash by which a logout token is known. */
  static String logoutOf(String issuer, JWTClaimsSet claims) {
    return Secrets.hash("logout\n" + issuer + "\n" + claims.getJWTID());
  }

  /** The hash of a session's id, if there is one. */
  static Optional<String> sidOf(String issuer, JWTClaimsSet claims) {
    return Claims.text(claims, "sid").map(sid -> Secrets.hash("sid\n" + issuer + "\n" + sid));
  }
}
