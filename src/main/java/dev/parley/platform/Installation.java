package dev.parley.platform;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What tells this installation from every other. */
@Stateless
public class Installation {
  @PersistenceContext EntityManager entities;
  @Inject LogIdentity log;

  /** The id of this log: another one means that nothing a client remembers of it holds. */
  public String epoch() {
    return read(log.query());
  }

  /** The stored id alone: nodes that start before and after a failover know each other by it. */
  public String id() {
    return read("select epoch from server where id = 1");
  }

  /** The key from which refresh tokens follow one another. */
  public String refreshKey() {
    return read("select refresh_key from server where id = 1");
  }

  private String read(String query) {
    return (String) entities.createNativeQuery(query).getSingleResult();
  }
}
