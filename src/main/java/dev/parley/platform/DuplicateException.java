package dev.parley.platform;

import jakarta.ejb.ApplicationException;

/** Somebody else was first: a unique key stands in the way. It rolls back; look again. */
@ApplicationException(rollback = true)
public class DuplicateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DuplicateException(Throwable cause) {
    super("a unique key was broken", cause);
  }
}
