package dev.parley.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * What has ended and does not come back, known by a hash: a session of the identity provider's,
 * whether or not it was ever seen here; what a program was given until then, where the provider
 * names no session; a logout of all of someone's, which ends nothing when it is said again.
 */
@Entity
@Table(name = "ended_provider_sessions")
public class EndedProviderSession {
  @Id
  @Column(name = "sid_key")
  private String sidKey = "";

  @Column(name = "ended_at")
  private Instant endedAt = Instant.EPOCH;

  protected EndedProviderSession() {}

  EndedProviderSession(String sidKey, Instant endedAt) {
    this.sidKey = sidKey;
    this.endedAt = endedAt;
  }

  Instant endedAt() {
    return endedAt;
  }
}
