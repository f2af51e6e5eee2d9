package dev.parley.platform;

import java.sql.SQLException;

/** Tells a broken unique key from other failures. */
public final class Duplicates {
  private static final String UNIQUE_VIOLATION =
      "23505"; // SQLSTATE, the same on Derby and PostgreSQL

  private Duplicates() {}

  /** Whether a unique key stood in the way, so that somebody else was first. */
  public static boolean caused(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
