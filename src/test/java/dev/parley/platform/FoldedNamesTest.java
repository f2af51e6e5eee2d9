package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldedNamesTest {
  private static final String ROOM =
      "insert into rooms (id, kind, name, name_key, description, created_by, created_at, active_at,"
          + " last_seq, last_rev, meta_rev)"
          + " values (?, 'PUBLIC', ?, ?, '', 1, current_timestamp, current_timestamp, 0, 1, 1)";
  private static final String USER =
      "insert into users (id, username, username_key, display_name, role, last_rev, created_at)"
          + " values (1, 'zoe', 'zoe', ?, 'USER', 0, current_timestamp)";

  private final TestDatabase database = new TestDatabase();
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = database.connection();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void whatWasThereIsFound() throws SQLException {
    room(1, "Team\u2028Straße", "team\u2028strasse");
    room(2, "Ｓecret", null);
    update(USER, "Zoë Strauß");
    migrate();
    assertThat(value("search_key", "rooms", 1)).isEqualTo("team strasse");
    assertThat(value("name_key", "rooms", 1)).isEqualTo("team strasse");
    assertThat(value("search_key", "rooms", 2)).isEqualTo("secret");
    assertThat(value("name_key", "rooms", 2)).isNull();
    assertThat(value("search_key", "users", 1)).isEqualTo("zoë strauss");
  }

  @Test
  void ofRoomsThatHaveBecomeNamesakesOneKeepsTheNameFreeAndNoneIsRenamed() throws SQLException {
    room(1, "a\u2028b", "a\u2028b");
    room(2, "a b", "a b");
    room(3, "c\u2028d", "c\u2028d");
    room(4, "c\u2029d", "c\u2029d");
    room(5, "\u3164", "");
    migrate();
    assertThat(value("name_key", "rooms", 1)).isNull();
    assertThat(value("name_key", "rooms", 2)).isEqualTo("a b");
    assertThat(value("name_key", "rooms", 3)).isEqualTo("c d");
    assertThat(value("name_key", "rooms", 4)).isNull();
    assertThat(value("name", "rooms", 1)).isEqualTo("a\u2028b");
  }

  @Test
  void aKeyThatAnotherRoomHadBeforeIsGivenOn() throws SQLException {
    room(1, "a  b", "a  b");
    room(2, "c", "a b"); // of a version that folded otherwise
    migrate();
    assertThat(value("name_key", "rooms", 1)).isEqualTo("a b");
    assertThat(value("name_key", "rooms", 2)).isEqualTo("c");
  }

  private void room(long id, String name, @Nullable String key) throws SQLException {
    update(ROOM, id, name, key);
  }

  private void update(String sql, @Nullable Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private void migrate() throws SQLException {
    new FoldedNames("16")
        .migrate(
            new Context() {
              @Override
              public Configuration getConfiguration() {
                throw new UnsupportedOperationException();
              }

              @Override
              public Connection getConnection() {
                return connection;
              }
            });
  }

  private @Nullable String value(String column, String table, long id) throws SQLException {
    String query = "select " + column + " from " + table + " where id = " + id;
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
