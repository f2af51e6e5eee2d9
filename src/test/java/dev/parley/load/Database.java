package dev.parley.load;

import dev.parley.testing.PostgresServer;
import java.sql.SQLException;

/** A database in PostgreSQL, and what it tells of itself. */
record Database(PostgresServer server, String name) {
  private static final String ENDED =
      "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()";

  /** The beginning of a while in which transactions are counted. */
  record Begin(Database database, long ended, long micros) {
    /** How many ended in a second since. Each connection tells of its own up to a second late. */
    long perSecond() {
      return Math.round((database.ended() - ended) * 1e6 / (Loop.micros() - micros));
    }
  }

  /** Begins to count; a statement of its own is a transaction too. */
  Begin begin() {
    return new Begin(this, ended(), Loop.micros());
  }

  /** PostgreSQL's main process, of which all others are children. */
  ProcessHandle process() {
    return server.process();
  }

  private long ended() {
    try (var connection = server.connect(name);
        var statement = connection.createStatement();
        var row = statement.executeQuery(ENDED)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
