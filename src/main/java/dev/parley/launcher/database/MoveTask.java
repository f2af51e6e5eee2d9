package dev.parley.launcher.database;

import dev.parley.launcher.DatabaseException;
import dev.parley.launcher.MoveException;
import dev.parley.platform.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * Copies every table from Derby to PostgreSQL in one transaction, and compares before it commits.
 */
public final class MoveTask implements Runnable {
  private static final String DATABASE =
      "database"; // Derby's, in its home, which the launcher sets

  @Override
  public void run() {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC")); // as which times are stored, without gaps
    if (!Files.isDirectory(Path.of(System.getProperty("derby.system.home"), DATABASE))) {
      throw new MoveException("there is no Derby database in the data folder.");
    }
    try {
      move(derby(), PostgresSource.unhurried());
    } catch (SQLException | FlywayException e) {
      throw new MoveException(String.valueOf(e.getMessage()));
    } catch (DatabaseException e) {
      throw new MoveException(e.reason());
    }
  }

  private static DataSource derby() {
    var derby = new EmbeddedDataSource();
    derby.setDatabaseName(DATABASE);
    return derby;
  }

  private static void move(DataSource from, DataSource to) throws SQLException {
    try (Connection source = from.getConnection();
        Connection target = to.getConnection()) {
      source.setAutoCommit(false);
      target.setAutoCommit(false);
      requireEmpty(target);
      target.commit();
      try {
        Schema.migrate(from);
        Schema.migrate(to);
        copy(source, target);
        target.commit();
      } catch (SQLException | RuntimeException e) {
        target.rollback();
        Table.dropAll(target);
        target.commit();
        throw e;
      } finally {
        source.rollback(); // nothing was written, and Derby closes nothing that is in use
      }
    }
  }

  /** Empty is also what a move left behind that was cut off: tables, and no installation. */
  private static void requireEmpty(Connection target) throws SQLException {
    List<Table> tables = Table.all(target);
    boolean ours = tables.stream().anyMatch(table -> table.name().equals("server"));
    if (!tables.isEmpty() && !(ours && Contents.count(target, "server") == 0)) {
      throw new MoveException(
          "the PostgreSQL database is not empty, it has a table " + tables.get(0).name() + ".");
    }
  }

  private static void copy(Connection source, Connection target) throws SQLException {
    List<Table> tables = Table.parentsFirst(target);
    if (!List.copyOf(tables).stream().sorted().toList().equals(Table.all(source))) {
      throw new MoveException("the two databases do not have the same tables and columns.");
    }
    for (Table table : tables) {
      Contents copied = Contents.copy(table, source, target);
      Contents arrived = Contents.read(table, target);
      if (!copied.equals(arrived)) {
        throw new MoveException(table.name() + " did not arrive as it was.");
      }
      System.out.println(table.name() + ": " + arrived);
    }
    System.out.println("Both databases hold the same.");
  }
}
