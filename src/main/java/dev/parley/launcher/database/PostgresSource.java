package dev.parley.launcher.database;

import dev.parley.launcher.DatabaseException;
import dev.parley.launcher.DatabaseSettings;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to the PostgreSQL that is configured. It reads the configuration itself, so the
 * password stands in no other place: neither in the server's own configuration nor in a command.
 */
public final class PostgresSource extends PGSimpleDataSource {
  private static final long serialVersionUID = 1;

  /**
   * What holds where the address does not say otherwise. Times to connect, to sign in and to wait
   * for an answer are in seconds, the last one longer than the wait for a lock. Without the detail
   * of its errors, which quotes what is stored.
   */
  private static final Map<PGProperty, String> DEFAULTS =
      Map.of(
          PGProperty.APPLICATION_NAME, "parley",
          PGProperty.CONNECT_TIMEOUT, "1",
          PGProperty.LOGIN_TIMEOUT, "2",
          PGProperty.SOCKET_TIMEOUT, "2",
          PGProperty.LOG_SERVER_ERROR_DETAIL, "false",
          PGProperty.TCP_KEEP_ALIVE, "true",
          PGProperty.REWRITE_BATCHED_INSERTS, "true");

  /** The second frees the rows of a node that stands still in the middle of a transaction. */
  private static final String OPTIONS =
      "-c lock_timeout=1500ms -c idle_in_transaction_session_timeout=2s";

  /**
   * Makes one as it is configured.
   *
   * @throws DatabaseException if the address is none that the driver understands
   */
  public PostgresSource() {
    DatabaseSettings settings = DatabaseSettings.read().orElseThrow(DatabaseSettings::unusable);
    Properties given = Driver.parseURL(settings.url(), null);
    if (given == null) {
      throw DatabaseSettings.unusable();
    }
    setUrl(settings.url());
    if (!settings.user().isEmpty()) {
      setUser(settings.user());
    }
    if (!settings.password().isEmpty()) {
      setPassword(settings.password());
    }
    DEFAULTS.forEach(
        (property, value) -> {
          if (!given.containsKey(property.getName())) {
            setProperty(property, value);
          }
        });
    setOptions((OPTIONS + " " + given.getProperty(PGProperty.OPTIONS.getName(), "")).strip());
  }

  /**
   * Makes one without limits of time, for whoever is alone with the database.
   *
   * @throws DatabaseException if the address is none that the driver understands
   */
  static PostgresSource unhurried() {
    var source = new PostgresSource();
    source.setSocketTimeout(0);
    source.setLoginTimeout(0);
    source.setOptions("-c idle_in_transaction_session_timeout=0");
    return source;
  }
}
