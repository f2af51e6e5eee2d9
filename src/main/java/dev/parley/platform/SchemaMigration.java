package dev.parley.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Brings the database to this version before anything else uses it. Other start-up beans depend on
 * it by name. Flyway takes its own lock, so nodes that start together migrate one after the other.
 */
@Singleton(name = "SchemaMigration")
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
  private static final String IDENTITY =
      "insert into server (id, epoch, refresh_key) select 1, ?, ? from (values (1)) as one (n)"
          + " where not exists (select 1 from server)";

  @Resource(name = "jdbc/parley")
  DataSource database;

  @Inject LogIdentity log;

  @PostConstruct
  void migrate() {
    SettingsProducer.check();
    try {
      Schema.migrate(database);
      identify();
    } catch (SQLException e) {
      throw new IllegalStateException("The database jdbc/parley does not answer.", e);
    }
  }

  /** Gives a new database its epoch and its secret; of several nodes the first one's stay. */
  private void identify() throws SQLException {
    try (Connection connection = database.getConnection()) {
      give(connection);
      log.recognise(connection);
    }
  }

  /** Two nodes may find nothing there at the same moment: the key decides. */
  private static void give(Connection connection) throws SQLException {
    try (var insert = connection.prepareStatement(IDENTITY)) {
      insert.setString(1, UUID.randomUUID().toString());
      insert.setString(2, Secrets.random());
      insert.executeUpdate();
    } catch (SQLException e) {
      if (!Duplicates.caused(e)) {
        throw e;
      }
    }
  }
}
