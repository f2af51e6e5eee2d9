package dev.parley.platform;

import jakarta.ejb.ApplicationException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;

/**
 * Somebody else was first to store what may be there once: look again, in another transaction. It
 * is no failure, so no server writes a stack trace of it.
 */
@ApplicationException(rollback = true)
public class AlreadyThereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private AlreadyThereException() {
    super("somebody else was first", null, false, false);
  }

  /**
   * Sends what is to be stored to the database, whose unique keys decide.
   *
   * @throws AlreadyThereException if one stood in the way
   */
  public static void flush(EntityManager entities) {
    try {
      entities.flush();
    } catch (PersistenceException e) {
      throw Duplicates.caused(e) ? new AlreadyThereException() : e;
    }
  }
}
