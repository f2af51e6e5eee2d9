package dev.parley.platform;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Takes the foreign keys off a table. It is no SQL because Derby made up their names.
 *
 * @param version when, among the files of {@code db/migration}
 */
record ForeignKeysDropped(String version, String table) implements JavaMigration {
  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public String getDescription() {
    return table + " without foreign keys";
  }

  @Override
  public Integer getChecksum() {
    return getDescription().hashCode();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    try (var statement = connection.createStatement()) {
      for (String name : foreignKeys(connection)) {
        statement.execute(
            "alter table %s drop constraint %s"
                .formatted(table, statement.enquoteIdentifier(name, true)));
      }
    }
  }

  private List<String> foreignKeys(Connection connection) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    String stored = database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    var names = new ArrayList<String>();
    try (ResultSet keys = database.getImportedKeys(null, connection.getSchema(), stored)) {
      while (keys.next()) {
        names.add(keys.getString("FK_NAME"));
      }
    }
    return names;
  }
}
