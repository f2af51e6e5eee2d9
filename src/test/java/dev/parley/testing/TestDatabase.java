package dev.parley.testing;

import dev.parley.platform.Schema;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** A database in memory with the schema of this version, for services without a server. */
public final class TestDatabase implements AutoCloseable {
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  static {
    FLYWAY.setLevel(Level.SEVERE); // it tells of every migration of every test
  }

  private final EmbeddedDataSource source = new EmbeddedDataSource();
  private final EntityManagerFactory factory;
  private final EntityManager entities;

  public TestDatabase() {
    source.setDatabaseName("memory:" + UUID.randomUUID());
    source.setCreateDatabase("create");
    try {
      Schema.migrate(source);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    factory =
        Persistence.createEntityManagerFactory(
            "parley",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource", source,
                "jakarta.persistence.jtaDataSource", ""));
    entities = factory.createEntityManager();
  }

  /** What a service is given. */
  public EntityManager entities() {
    return entities;
  }

  /** Another connection, as another request has one. */
  public Connection connection() throws SQLException {
    return source.getConnection();
  }

  /** Does something in a transaction, which is rolled back if it fails. */
  public <T> T inTransaction(Supplier<T> work) {
    var transaction = entities.getTransaction();
    transaction.begin();
    try {
      T result = work.get();
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive()) {
        transaction.rollback();
      }
      entities.clear();
    }
  }

  @Override
  public void close() {
    entities.close();
    factory.close();
  }
}
