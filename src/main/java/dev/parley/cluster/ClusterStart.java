package dev.parley.cluster;

import dev.parley.platform.BadConfigurationException;
import dev.parley.platform.ClusterSettings;
import dev.parley.platform.ClusterSettings.Driver;
import dev.parley.platform.Installation;
import dev.parley.platform.Schema;
import dev.parley.platform.Secrets;
import dev.parley.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Chooses the bus between the nodes when Parley starts, and closes it in the end. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class ClusterStart {
  private static final Logger LOG = System.getLogger(ClusterStart.class.getName());
  private static final int NODE_LENGTH = 11; // characters of 6 random bits

  @Resource ManagedThreadFactory threads;

  @Resource(name = "jdbc/parley")
  DataSource database;

  @Inject Settings settings;
  @Inject Installation installation;
  @Inject Cluster cluster;

  @PostConstruct
  void start() {
    try {
      ClusterBus bus = bus(settings.cluster());
      if (bus.hasOthers()) {
        cluster.open(bus, threads);
      }
    } catch (BadConfigurationException e) {
      LOG.log(Level.ERROR, e.getMessage());
      throw e;
    } catch (SQLException e) {
      throw new IllegalStateException("The database jdbc/parley does not answer.", e);
    }
  }

  @PreDestroy
  void stop() {
    cluster.close();
  }

  private ClusterBus bus(ClusterSettings chosen) throws SQLException {
    return switch (chosen.driver()) {
      case LOCAL -> new LocalBus();
      case NATS -> new NatsBus(chosen, prefix(chosen), text(), threads);
      case AUTO, POSTGRESQL -> postgresqlOrNone(chosen.driver());
    };
  }

  private ClusterBus postgresqlOrNone(Driver driver) throws SQLException {
    if (isPostgresql()) {
      return new PostgresBus(database, text(), threads);
    }
    if (driver == Driver.POSTGRESQL) {
      throw new BadConfigurationException(
          "parley.cluster", "postgresql", "another one where the database is not PostgreSQL");
    }
    return new LocalBus();
  }

  private boolean isPostgresql() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Schema.isPostgresql(connection);
    }
  }

  private String prefix(ClusterSettings chosen) {
    return chosen.prefix().orElseGet(() -> "parley." + installation.id());
  }

  private static HintText text() {
    return new HintText(Secrets.random().substring(0, NODE_LENGTH));
  }
}
