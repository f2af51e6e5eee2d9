package dev.parley.audit;

import dev.parley.platform.NewIds;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Notes what was done, in the transaction that does it: what is rolled back was not done. */
@Stateless
public class AuditTrail {
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  @PersistenceContext EntityManager entities;
  @Inject NewIds ids;
  @Inject Clock clock;

  /** Adds a line. */
  public void note(Act act) {
    entities.persist(new AuditEntry(ids.next("audit"), clock.instant(), act));
  }

  /** Lines of the trail, the newest first. */
  public List<AuditLine> lines(AuditFilter filter) {
    AuditCursor before =
        filter.before() == null ? new AuditCursor(END_OF_TIME, 0) : filter.before();
    var query =
        entities
            .createQuery(jpql(filter), AuditEntry.class)
            .setParameter("at", before.at())
            .setParameter("id", before.id())
            .setMaxResults(filter.limit());
    if (filter.action() != null) {
      query.setParameter("action", filter.action());
    }
    if (filter.userId() != null) {
      query.setParameter("user", filter.userId());
    }
    return query.getResultList().stream().map(AuditEntry::line).toList();
  }

  private static String jpql(AuditFilter filter) {
    return "select e from AuditEntry e"
        + " where (e.happenedAt < :at or (e.happenedAt = :at and e.id < :id))"
        + (filter.action() == null ? "" : " and e.action = :action")
        + (filter.userId() == null ? "" : " and (e.actorId = :user or e.subjectId = :user)")
        + " order by e.happenedAt desc, e.id desc";
  }
}
