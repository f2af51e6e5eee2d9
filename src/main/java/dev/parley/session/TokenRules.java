package dev.parley.session;

import dev.parley.platform.Origins;
import dev.parley.platform.Settings;

/** What an access token says of itself, where it is made and where it is verified. */
final class TokenRules {
  /** Whom it is for (RFC 7519, {@code aud}). */
  static final String AUDIENCE = "parley";

  /**
   * The claim that tells an access token from whatever else is signed with the same key one day.
   */
  static final String USE = "token_use";

  static final String ACCESS = "access";

  /** The session that it belongs to (OpenID Connect Back-Channel Logout 1.0, {@code sid}). */
  static final String SESSION = "sid";

  /** What tells that session from another one with the same id: see {@link SignedIn}. */
  static final String NONCE = "session_nonce";

  private TokenRules() {}

  /** Who made it: the address people use, where there is one. */
  static String issuer(Settings settings) {
    return settings.url().map(Origins::of).orElse("parley");
  }
}
