package dev.parley.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One device that someone is signed in on. Only statements change a stored session, each with its
 * condition, so two requests can never both be the one that did.
 */
@Entity
@Table(name = "sessions")
public class Session {
  @Id private long id;

  @Column(updatable = false)
  private String nonce;

  @Column(name = "user_id", updatable = false)
  private long userId;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "user_agent", updatable = false)
  private String userAgent;

  @Column(name = "refresh_hash")
  private String refreshHash;

  @Column(name = "previous_hash")
  private @Nullable String previousHash;

  @Column(name = "alternative_hash")
  private @Nullable String alternativeHash;

  @Column(name = "generation")
  private int generation;

  @Column(name = "rotated_at")
  private Instant rotatedAt;

  @SuppressWarnings("NullAway") // filled in by JPA
  protected Session() {}

  Session(
      long id,
      String nonce,
      long userId,
      String refreshHash,
      String userAgent,
      Instant now,
      Instant expiresAt) {
    this.id = id;
    this.nonce = nonce;
    this.userId = userId;
    this.refreshHash = refreshHash;
    this.userAgent = userAgent;
    this.createdAt = now;
    this.lastSeenAt = now;
    this.rotatedAt = now;
    this.expiresAt = expiresAt;
  }

  long id() {
    return id;
  }

  String nonce() {
    return nonce;
  }

  SessionView view(long currentId) {
    return new SessionView(id(), createdAt, lastSeenAt, userAgent, id() == currentId);
  }
}
