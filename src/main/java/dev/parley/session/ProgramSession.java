package dev.parley.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of a program, as it stands.
 *
 * @param nonce see {@link SignedIn}
 * @param claimsHash what the program's token told when it was last looked at
 * @param revokedAt when it was ended; null where it was not
 */
public record ProgramSession(
    long sessionId,
    long userId,
    String nonce,
    @Nullable String claimsHash,
    Instant expiresAt,
    @Nullable Instant revokedAt) {
  boolean isEnded() {
    return revokedAt != null;
  }
}
