package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.PooledConnection;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

class PatientSourceIT {
  @Test
  void aConnectionHasNoLimitsUntilItIsGivenBack() throws SQLException {
    try (var postgres = PostgresServer.start()) {
      var pool = new PGConnectionPoolDataSource();
      pool.setUrl(postgres.url(postgres.createDatabase()));
      pool.setUser(PostgresServer.USER);
      pool.setPassword(PostgresServer.PASSWORD);
      pool.setSocketTimeout(2);
      pool.setOptions("-c idle_in_transaction_session_timeout=2s");
      var source = new OneConnection(pool.getPooledConnection());
      try (Connection patient = PatientSource.of(source).getConnection()) {
        assertThat(patient.getNetworkTimeout()).isZero();
        assertThat(idleTimeout(patient)).isEqualTo("0");
      }
      try (Connection again = source.getConnection()) {
        assertThat(again.getNetworkTimeout()).isEqualTo(2_000);
        assertThat(idleTimeout(again)).isEqualTo("2s");
      }
    }
  }

  private static String idleTimeout(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery("show idle_in_transaction_session_timeout")) {
      answer.next();
      return answer.getString(1);
    }
  }

  /** Always the same connection, as a pool may give it. */
  private static final class OneConnection extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;

    private final transient PooledConnection pooled;

    OneConnection(PooledConnection pooled) {
      this.pooled = pooled;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return pooled.getConnection();
    }
  }
}
