package dev.parley.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is beside a {@link Session} that the identity provider began: with a browser, where
 * the provider gave a grant to keep it going, or with a program that brought its own token.
 */
@Entity
@Table(name = "provider_sessions")
public class ProviderSession {
  @Id
  @Column(name = "session_id")
  private long sessionId;

  @Column(name = "sid_key")
  private @Nullable String sidKey;

  @Column(name = "program_key")
  private @Nullable String programKey;

  @Column(name = "claims_hash")
  private @Nullable String claimsHash;

  @Column(name = "sealed_grant")
  private @Nullable String sealedGrant;

  @Column(name = "asked_at")
  private Instant askedAt = Instant.EPOCH;

  protected ProviderSession() {}

  private ProviderSession(long sessionId, @Nullable String sidKey, Instant now) {
    this.sessionId = sessionId;
    this.sidKey = sidKey;
    this.askedAt = now;
  }

  /** One that a browser signed in with. */
  static ProviderSession ofBrowser(
      long sessionId, @Nullable String sidKey, String sealedGrant, Instant now) {
    var session = new ProviderSession(sessionId, sidKey, now);
    session.sealedGrant = sealedGrant;
    return session;
  }

  /** One that a program brought a token of. */
  static ProviderSession ofProgram(
      long sessionId, @Nullable String sidKey, String programKey, String claimsHash, Instant now) {
    var session = new ProviderSession(sessionId, sidKey, now);
    session.programKey = programKey;
    session.claimsHash = claimsHash;
    return session;
  }
}
