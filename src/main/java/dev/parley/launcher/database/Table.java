package dev.parley.launcher.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table that holds something of Parley's.
 *
 * @param name in lower case, whatever the database makes of it
 * @param columns in lower case, by name
 */
record Table(String name, List<String> columns) implements Comparable<Table> {
  /** Of the migrations: each database has its own. */
  private static final String HISTORY = "flyway_schema_history";

  /** All tables by name, without that of the migrations. */
  static List<Table> all(Connection database) throws SQLException {
    var tables = new ArrayList<Table>();
    for (String stored : names(database, database.getMetaData())) {
      if (!stored.equals(HISTORY)) {
        tables.add(new Table(lower(stored), columns(database, stored)));
      }
    }
    Collections.sort(tables);
    return tables;
  }

  /** All tables, each behind those that its rows point to. */
  static List<Table> parentsFirst(Connection database) throws SQLException {
    var waiting = new ArrayList<>(all(database));
    var ordered = new ArrayList<Table>();
    var placed = new HashSet<String>();
    while (!waiting.isEmpty()) {
      for (Table table : List.copyOf(waiting)) {
        if (placed.containsAll(parents(database, table))) {
          waiting.remove(table);
          ordered.add(table);
          placed.add(table.name());
        }
      }
    }
    return ordered;
  }

  /** Takes everything out of a PostgreSQL database that was empty. */
  static void dropAll(Connection database) throws SQLException {
    try (var statement = database.createStatement()) {
      for (String name : names(database, database.getMetaData())) {
        statement.execute("drop table " + name + " cascade");
      }
    }
  }

  /** The statement that reads all rows. */
  String select() {
    return "select " + String.join(", ", columns) + " from " + name;
  }

  /** The statement that writes one row. */
  String insert() {
    return "insert into %s (%s) values (%s)"
        .formatted(
            name,
            String.join(", ", columns),
            String.join(", ", Collections.nCopies(columns.size(), "?")));
  }

  @Override
  public int compareTo(Table other) {
    return name.compareTo(other.name);
  }

  private static List<String> names(Connection database, DatabaseMetaData meta)
      throws SQLException {
    var names = new ArrayList<String>();
    try (ResultSet found =
        meta.getTables(null, database.getSchema(), "%", new String[] {"TABLE"})) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  private static List<String> columns(Connection database, String stored) throws SQLException {
    var columns = new TreeSet<String>();
    try (ResultSet found =
        database.getMetaData().getColumns(null, database.getSchema(), stored, "%")) {
      while (found.next()) {
        columns.add(lower(found.getString("COLUMN_NAME")));
      }
    }
    return List.copyOf(columns);
  }

  private static Set<String> parents(Connection database, Table table) throws SQLException {
    var parents = new HashSet<String>();
    try (ResultSet keys =
        database.getMetaData().getImportedKeys(null, database.getSchema(), table.name())) {
      while (keys.next()) {
        parents.add(keys.getString("PKTABLE_NAME"));
      }
    }
    parents.remove(table.name());
    return parents;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
