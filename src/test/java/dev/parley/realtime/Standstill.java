package dev.parley.realtime;

import dev.parley.testing.PostgresServer;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Meets transactions that have written. They last a millisecond or two, so all who want to write
 * are made to wait for their rooms' rows first.
 *
 * @param database in which the rooms are
 */
record Standstill(PostgresServer server, String database) {
  private static final Duration A_MOMENT = Duration.ofMillis(200);

  /** Transactions that have written and then rested for longer than any does by itself. */
  private static final String RESTING =
      "select count(*) > 0 from pg_stat_activity where usename = '%s'"
          + " and state = 'idle in transaction' and backend_xid is not null"
          + " and state_change < now() - interval '150 ms'";

  /** Stops somebody; tells whether that was in the middle of a transaction. */
  boolean of(Runnable stop) {
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select id from rooms for update");
      Breaker.pass(A_MOMENT); // they come, and wait
      stop.run();
      connection.rollback();
      Breaker.pass(A_MOMENT);
      try (var resting = statement.executeQuery(RESTING.formatted(PostgresServer.USER))) {
        return resting.next() && resting.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
