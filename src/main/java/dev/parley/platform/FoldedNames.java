package dev.parley.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Makes the keys anew by which names are found and, of public rooms, unique. It is no SQL because
 * databases do not fold text as {@link NameText} does. Of two rooms whose names have become the
 * same both keep them, and the later one's is not kept free from then on.
 *
 * @param version when, among the files of {@code db/migration}
 */
record FoldedNames(String version) implements JavaMigration {
  private static final Logger LOG = System.getLogger(FoldedNames.class.getName());
  private static final int AT_ONCE = 1_000; // rows

  /** A row and the key that it is to have. */
  private record Key(long id, @Nullable String text) {}

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public String getDescription() {
    return "names folded";
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
    Connection database = context.getConnection();
    // rooms before users and by id, as everybody locks them: nodes of before may be at work
    write(database, "rooms", "search_key", searchKeys(database, "rooms", "name"));
    List<Key> changed = uniqueKeys(database);
    // first all are free, for one may get what another one had
    List<Key> none = changed.stream().map(key -> new Key(key.id(), null)).toList();
    write(database, "rooms", "name_key", none);
    write(database, "rooms", "name_key", changed);
    write(database, "users", "search_key", searchKeys(database, "users", "display_name"));
  }

  private static List<Key> searchKeys(Connection database, String table, String name)
      throws SQLException {
    var keys = new ArrayList<Key>();
    try (var select =
            database.prepareStatement("select id, " + name + " from " + table + " order by id");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        keys.add(new Key(rows.getLong(1), NameText.searchKey(rows.getString(2))));
      }
    }
    return keys;
  }

  /** The names that are kept free under another key than before. */
  private static List<Key> uniqueKeys(Connection database) throws SQLException {
    Set<String> taken = new HashSet<>();
    var others = new ArrayList<Key>();
    try (var select =
            database.prepareStatement(
                "select id, name, name_key from rooms where name_key is not null order by id");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        var key = new Key(rows.getLong(1), NameText.searchKey(rows.getString(2)));
        if (rows.getString(3).equals(key.text())) {
          taken.add(key.text());
        } else {
          others.add(key);
        }
      }
    }
    return others.stream().map(key -> unlessTaken(key, taken)).toList();
  }

  private static Key unlessTaken(Key key, Set<String> taken) {
    if (taken.add(String.valueOf(key.text()))) {
      return key;
    }
    LOG.log(
        Level.WARNING,
        "Room {0} is called like another public room, but for spaces. Rename one of the two.",
        Long.toString(key.id()));
    return new Key(key.id(), null);
  }

  private static void write(Connection database, String table, String column, List<Key> keys)
      throws SQLException {
    String update = "update %s set %s = ? where id = ?".formatted(table, column);
    try (var statement = database.prepareStatement(update)) {
      int waiting = 0;
      for (Key key : keys) {
        statement.setString(1, key.text());
        statement.setLong(2, key.id());
        statement.addBatch();
        if (++waiting == AT_ONCE) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        statement.executeBatch();
      }
    }
  }
}
