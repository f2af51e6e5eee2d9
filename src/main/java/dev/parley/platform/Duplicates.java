package dev.parley.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;

/** Tells a broken unique key from other failures. */
public final class Duplicates {
  private static final String UNIQUE_VIOLATION =
      "23505"; // SQLSTATE, the same on Derby and PostgreSQL

  private Duplicates() {}

  /**
   * Writes what has changed so far. A server does not take what this throws for a fault of its own,
   * and leaves no stack trace in the log.
   *
   * @throws DuplicateException if a unique key stands in the way
   */
  public static void flush(EntityManager entities) {
    try {
      entities.flush();
    } catch (PersistenceException e) {
      throw caused(e) ? new DuplicateException(e) : e;
    }
  }

  /** Whether a unique key stood in the way, so that somebody else was first. */
  public static boolean caused(Throwable failure) {
    return SqlFailures.caused(failure, sql -> UNIQUE_VIOLATION.equals(sql.getSQLState()));
  }
}
