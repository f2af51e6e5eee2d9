package dev.parley.platform;

import jakarta.ejb.ApplicationException;

/**
 * Somebody else was first: a unique key stands in the way. It rolls back; look again. It is no
 * failure, so it has no stack trace, and no server writes one.
 */
@ApplicationException(rollback = true)
public class DuplicateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DuplicateException() {
    super("somebody else was first", null, false, false);
  }
}
