package dev.parley.platform;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What tells this installation from every other. */
@Stateless
public class Installation {
  @PersistenceContext EntityManager entities;

  /** The id of this log: another one means that nothing a client remembers of it holds. */
  public String epoch() {
    return read("epoch");
  }

  /** The key from which refresh tokens follow one another. */
  public String refreshKey() {
    return read("refresh_key");
  }

  private String read(String column) {
    return (String)
        entities
            .createNativeQuery("select " + column + " from server where id = 1")
            .getSingleResult();
  }
}
