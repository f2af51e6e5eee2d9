package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void messagesHaveNoForeignKeyAndOthersDo() throws SQLException {
    try (var database = new TestDatabase()) {
      assertThat(foreignKeys(database, "MESSAGES")).isEmpty();
      assertThat(foreignKeys(database, "MEMBERSHIPS")).containsExactlyInAnyOrder("ROOMS", "USERS");
    }
  }

  private static List<String> foreignKeys(TestDatabase database, String table) throws SQLException {
    var tables = new ArrayList<String>();
    try (var connection = database.connection();
        var keys = connection.getMetaData().getImportedKeys(null, null, table)) {
      while (keys.next()) {
        tables.add(keys.getString("PKTABLE_NAME"));
      }
    }
    return tables;
  }
}
