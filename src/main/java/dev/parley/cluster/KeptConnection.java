package dev.parley.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A connection that is kept, outside of any transaction. It does not wait for a database that
 * hangs, and goes back to its pool as it was.
 *
 * @param patience the time limit in ms that it had before; 0 is none
 */
record KeptConnection(Connection connection, int patience) implements AutoCloseable {
  private static final Logger LOG = System.getLogger(KeptConnection.class.getName());
  private static final int ANSWER_MILLIS = 2_000;

  static KeptConnection of(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try {
      int patience = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
      if (!connection.getAutoCommit()) {
        connection.setAutoCommit(true);
      }
      return new KeptConnection(connection, patience);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Runs a statement.
   *
   * @throws SQLException also where there is no answer within 2 s; the connection is broken then
   */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Makes it useless for everyone: the pool finds that out. */
  void breakOff() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "It was broken already.", e);
    }
  }

  @Override
  public void close() {
    try {
      if (!connection.isClosed()) {
        connection.setNetworkTimeout(Runnable::run, patience);
      }
      connection.close();
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "The pool is given a connection that is broken.", e);
    }
  }
}
