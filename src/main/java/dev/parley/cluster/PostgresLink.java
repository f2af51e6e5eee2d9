package dev.parley.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Two connections to PostgreSQL, one to listen and one to notify: whoever waits for notifications
 * holds the connection meanwhile. Listening is for one thread; telling is thread-safe.
 */
final class PostgresLink implements AutoCloseable {
  private static final String CHANNEL = "parley";

  private final KeptConnection listening;
  private final KeptConnection telling;
  private volatile @Nullable SQLException failure; // while telling

  private PostgresLink(KeptConnection listening, KeptConnection telling) {
    this.listening = listening;
    this.telling = telling;
  }

  /**
   * Connects, and listens from then on.
   *
   * @throws SQLException where the database does not answer, or is another one
   */
  static PostgresLink open(DataSource database) throws SQLException {
    KeptConnection listening = KeptConnection.of(database);
    try {
      listening.execute("listen " + CHANNEL);
      return new PostgresLink(listening, KeptConnection.of(database));
    } catch (SQLException | RuntimeException e) {
      stopListening(listening);
      throw e;
    }
  }

  /**
   * What any node told; waits until there is something, but not longer than so many ms (from 1).
   *
   * @throws SQLException where the link is broken, as telling may have found
   */
  List<String> texts(int millis) throws SQLException {
    SQLException told = failure;
    if (told != null) {
      throw told;
    }
    Connection connection = listening.connection();
    PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(millis);
    var texts = new ArrayList<String>();
    if (heard != null) { // as older drivers say that there is nothing
      for (PGNotification notification : heard) {
        texts.add(notification.getParameter());
      }
    }
    return texts;
  }

  /**
   * Makes sure that the database is still there to be heard.
   *
   * @throws SQLException where it does not answer in time
   */
  void check() throws SQLException {
    listening.execute("select 1");
  }

  /**
   * Tells all nodes, this one too. After one failure the link is broken.
   *
   * @param text fewer than 8,000 bytes
   */
  synchronized void tell(String text) {
    if (failure != null) {
      return;
    }
    try (PreparedStatement statement =
        telling.connection().prepareStatement("select pg_notify(?, ?)")) {
      statement.setString(1, CHANNEL);
      statement.setString(2, text);
      statement.execute();
    } catch (SQLException e) {
      failure = e; // whoever listens finds it
    }
  }

  @Override
  public synchronized void close() {
    failure = new SQLException("The link is closed.");
    stopListening(listening);
    telling.close();
  }

  /** Nobody else who is given this connection by its pool must hear anything. */
  private static void stopListening(KeptConnection listening) {
    try (listening) {
      listening.execute("unlisten *");
    } catch (SQLException e) {
      listening.breakOff();
    }
  }
}
