package dev.parley.cluster;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Two connections to PostgreSQL, one to listen and one to tell: whoever waits for notifications
 * holds the connection meanwhile. Listening is for one thread; telling is thread-safe.
 */
final class PostgresLink implements AutoCloseable {
  private static final String CHANNEL = "parley";

  private final PostgresConnection listening;
  private final PostgresConnection telling;
  private volatile @Nullable SQLException failure; // while telling

  private PostgresLink(PostgresConnection listening, PostgresConnection telling) {
    this.listening = listening;
    this.telling = telling;
  }

  /**
   * Connects, and listens from then on.
   *
   * @throws SQLException where the database does not answer, or is another one
   */
  static PostgresLink open(DataSource database) throws SQLException {
    PostgresConnection listening = PostgresConnection.of(database);
    try {
      listening.execute("listen " + CHANNEL);
      return new PostgresLink(listening, PostgresConnection.of(database));
    } catch (SQLException | RuntimeException e) {
      listening.close();
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
    return listening.texts(millis);
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
    try {
      telling.tell(CHANNEL, text);
    } catch (SQLException e) {
      failure = e; // whoever listens finds it
    }
  }

  @Override
  public synchronized void close() {
    failure = new SQLException("The link is closed.");
    listening.close();
    telling.close();
  }
}
