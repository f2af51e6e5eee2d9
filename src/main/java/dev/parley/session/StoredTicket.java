package dev.parley.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is stored of a ticket: enough to know it again, not enough to use it. */
@Entity
@Table(name = "tickets")
public class StoredTicket {
  @Id private String hash;

  @Column(name = "session_id")
  private long sessionId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @SuppressWarnings("NullAway") // filled in by JPA
  protected StoredTicket() {}

  StoredTicket(String hash, long sessionId, Instant expiresAt) {
    this.hash = hash;
    this.sessionId = sessionId;
    this.expiresAt = expiresAt;
  }
}
