package dev.parley.platform;

/** Tells a broken unique key from other failures. */
public final class Duplicates {
  private static final String UNIQUE_VIOLATION =
      "23505"; // SQLSTATE, the same on Derby and PostgreSQL

  private Duplicates() {}

  /** Whether a unique key stood in the way, so that somebody else was first. */
  public static boolean caused(Throwable failure) {
    return SqlFailures.caused(failure, sql -> UNIQUE_VIOLATION.equals(sql.getSQLState()));
  }
}
