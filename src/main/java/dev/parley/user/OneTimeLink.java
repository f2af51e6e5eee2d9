package dev.parley.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is stored of a link: enough to know it again, not enough to use it. */
@Entity
@Table(name = "one_time_links")
public class OneTimeLink {
  @Id private String hash;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private LinkKind kind;

  @Column(name = "user_id", updatable = false)
  private @Nullable Long userId;

  @Column(name = "created_by", updatable = false)
  private long createdBy;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  @SuppressWarnings("NullAway") // filled in by JPA
  protected OneTimeLink() {}

  OneTimeLink(
      String hash, LinkKind kind, @Nullable Long userId, long createdBy, Instant expiresAt) {
    this.hash = hash;
    this.kind = kind;
    this.userId = userId;
    this.createdBy = createdBy;
    this.expiresAt = expiresAt;
  }

  UsedLink used() {
    return new UsedLink(userId, createdBy);
  }
}
