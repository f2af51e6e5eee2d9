package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of this version: {@code db/migration}, in common and for each database. */
public final class Schema {
  private Schema() {}

  /** Brings a database to this version. */
  public static void migrate(DataSource database) throws SQLException {
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor(database))
        // whoever writes a message holds its room's row, and rooms are never deleted: in Derby the
        // key cost a third of an insert, and an index more
        .javaMigrations(new ForeignKeysDropped("5", "messages"))
        .load()
        .migrate();
  }

  private static String vendor(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
      return product.contains("derby") ? "derby" : "postgresql";
    }
  }
}
