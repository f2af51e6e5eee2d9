package dev.parley.realtime;

import dev.parley.testing.PostgresServer;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.Together;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A bus by way of PostgreSQL, whose connections are ended as often as they come back. */
final class PostgresWire implements Bus {
  private static final long EVERY_MS = 250;
  private static final String END_ALL =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where pid <> pg_backend_pid() and usename = '"
          + PostgresServer.USER
          + "' and ";
  private static final String THOSE_WHO_TELL = "query like '%pg_notify%'";

  /** The second is how they find out whether the database is there. */
  private static final String THOSE_WHO_LISTEN = "query in ('listen parley', 'select 1')";

  private final PostgresServer database;
  private CountDownLatch mended = new CountDownLatch(1);
  private FutureTask<Void> cutting = new FutureTask<>(() -> null);

  PostgresWire(PostgresServer database) {
    this.database = database;
  }

  @Override
  public ServerOptions with(ServerOptions options) {
    return options;
  }

  @Override
  public void cut() {
    mended = new CountDownLatch(1);
    cutting = new FutureTask<>(this::endAll);
    new Thread(cutting, "cutting").start();
  }

  @Override
  public void mend() {
    mended.countDown();
    Together.result(cutting);
  }

  @Override
  public void close() {
    mended.countDown();
  }

  private Void endAll() throws SQLException, InterruptedException {
    try (Connection connection = database.connect("postgres");
        Statement statement = connection.createStatement()) {
      do {
        statement.execute(END_ALL + THOSE_WHO_TELL); // first, or the pool hands them out
        statement.execute(END_ALL + THOSE_WHO_LISTEN);
      } while (!mended.await(EVERY_MS, TimeUnit.MILLISECONDS));
    }
    return null;
  }
}
