package dev.parley.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * A connection that is kept, outside of any transaction. It does not wait for a database that
 * hangs, and goes back to its pool as it was, or closed. Only the end goes by way of the pool:
 * Payara's logs every failure on the way.
 *
 * @param pooled what the pool gave
 * @param direct the driver's own connection
 * @param patience the time limit in ms that it had before; 0 is none
 */
record PostgresConnection(Connection pooled, Connection direct, int patience)
    implements AutoCloseable {
  private static final Logger LOG = System.getLogger(PostgresConnection.class.getName());
  private static final int ANSWER_MILLIS = 2_000;

  /**
   * Takes one from the pool.
   *
   * @throws SQLException where there is none to be had, or it is one to another database
   */
  static PostgresConnection of(DataSource database) throws SQLException {
    Connection pooled = database.getConnection();
    try {
      var direct = (Connection) pooled.unwrap(PGConnection.class);
      int patience = direct.getNetworkTimeout();
      direct.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
      if (!direct.getAutoCommit()) {
        direct.setAutoCommit(true);
      }
      return new PostgresConnection(pooled, direct, patience);
    } catch (SQLException | RuntimeException e) {
      pooled.close();
      throw e;
    }
  }

  /**
   * Runs a statement.
   *
   * @throws SQLException also where there is no answer within 2 s; the connection is closed then
   */
  void execute(String sql) throws SQLException {
    try (Statement statement = direct.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Notifies whoever listens to a channel; fails as {@link #execute} does. */
  void tell(String channel, String text) throws SQLException {
    try (PreparedStatement statement = direct.prepareStatement("select pg_notify(?, ?)")) {
      statement.setString(1, channel);
      statement.setString(2, text);
      statement.execute();
    }
  }

  /** What was notified; waits until there is something, but not longer than so many ms (from 1). */
  List<String> texts(int millis) throws SQLException {
    PGNotification[] heard = direct.unwrap(PGConnection.class).getNotifications(millis);
    var texts = new ArrayList<String>();
    if (heard != null) { // as older drivers say that there is nothing
      for (PGNotification notification : heard) {
        texts.add(notification.getParameter());
      }
    }
    return texts;
  }

  @Override
  public void close() {
    try (pooled) {
      if (!direct.isClosed()) {
        restore();
      }
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "The pool is given a connection that is closed.", e);
    }
  }

  /** Nobody else who is given it must hear anything; one that fails is closed. */
  private void restore() throws SQLException {
    try {
      execute("unlisten *");
      direct.setNetworkTimeout(Runnable::run, patience);
    } catch (SQLException e) {
      direct.abort(Runnable::run); // without the pool's doing
      throw e;
    }
  }
}
