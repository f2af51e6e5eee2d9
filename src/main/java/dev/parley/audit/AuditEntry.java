package dev.parley.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the trail, as it was written. */
@Entity
@Table(name = "audit_entries")
public class AuditEntry {
  @Id private long id;

  @Column(name = "happened_at", updatable = false)
  private Instant happenedAt;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private AuditAction action;

  @Column(name = "actor_id", updatable = false)
  private @Nullable Long actorId;

  @Column(name = "subject_id", updatable = false)
  private @Nullable Long subjectId;

  @Column(updatable = false)
  private String network;

  @Column(updatable = false)
  private String detail;

  @SuppressWarnings("NullAway") // filled in by JPA
  protected AuditEntry() {}

  AuditEntry(long id, Instant happenedAt, Act act) {
    this.id = id;
    this.happenedAt = happenedAt;
    this.action = act.action();
    this.actorId = act.actorId();
    this.subjectId = act.subjectId();
    this.network = act.network();
    this.detail = act.detail();
  }

  AuditLine line() {
    return new AuditLine(id, happenedAt, new Act(action, actorId, subjectId, network, detail));
  }
}
