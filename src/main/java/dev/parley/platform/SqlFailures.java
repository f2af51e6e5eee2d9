package dev.parley.platform;

import java.sql.SQLException;
import java.util.function.Predicate;

/** Looks for what a database said, in whatever the container wrapped around it. */
final class SqlFailures {
  private SqlFailures() {}

  /** Whether a failure was caused by one of a kind. */
  static boolean caused(Throwable failure, Predicate<SQLException> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && kind.test(sql)) {
        return true;
      }
    }
    return false;
  }
}
