package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of this version: {@code db/migration}, in common and for each database. */
public final class Schema {
  /** How long a node waits for another one that migrates. */
  private static final int PATIENCE_SECONDS = 600;

  private Schema() {}

  /** Brings a database to this version; where others do so already, waits for them. */
  public static void migrate(DataSource database) throws SQLException {
    String vendor = vendor(database);
    boolean patient = vendor.equals("postgresql");
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(patient ? PatientSource.of(database) : database)
        .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
        // whoever writes a message holds its room's row, and rooms are never deleted: in Derby the
        // key cost a third of an insert, and an index more
        .javaMigrations(new ForeignKeysDropped("5", "messages"), new FoldedNames("16"))
        // a lock of the session: of a transaction it would be lost when that stands still
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .lockRetryCount(PATIENCE_SECONDS)
        .load()
        .migrate();
  }

  private static String vendor(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return isPostgresql(connection) ? "postgresql" : "derby";
    }
  }

  /** Whether a connection is one to PostgreSQL; the other database is Derby. */
  public static boolean isPostgresql(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }
}
