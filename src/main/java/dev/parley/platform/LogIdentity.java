package dev.parley.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * How to ask the database which log it holds: by the id that is stored in it, and with PostgreSQL
 * by the server it is on and the timeline that this writes. A copy that was brought back from a
 * backup, or took over without the last transactions, has the same stored id and another timeline.
 */
@ApplicationScoped
public class LogIdentity {
  private static final Logger LOG = System.getLogger(LogIdentity.class.getName());

  private static final String STORED = "select epoch from server where id = 1";

  /** The first 8 digits of the name of what is written now are the timeline. */
  private static final String WITH_TIMELINE =
      "select s.epoch || '.' || c.system_identifier || '.'"
          + " || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)"
          + " from server s, pg_control_system() c where s.id = 1";

  private volatile String query = STORED;

  /** A statement that answers one text. */
  public String query() {
    return query;
  }

  /** Finds out how to ask this database, in no transaction: a question may fail. */
  public void recognise(Connection connection) throws SQLException {
    if (!Schema.isPostgresql(connection)) {
      return;
    }
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery(WITH_TIMELINE)) {
      query = answer.next() ? WITH_TIMELINE : STORED;
    } catch (SQLException e) {
      LOG.log(
          Level.WARNING,
          "The database does not tell its timeline: after a restore, set another epoch. "
              + e.getMessage());
    }
  }
}
