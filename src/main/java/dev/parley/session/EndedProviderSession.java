package dev.parley.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A session that the identity provider has ended, whether or not it was ever seen here. */
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
}
