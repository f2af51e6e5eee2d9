package dev.parley.launcher;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/** The server's pool of connections, which Parley finds as {@code jdbc/parley}. */
final class Pool {
  private static final String POSTGRESQL = "dev.parley.launcher.database.PostgresSource";

  private static final int PATIENCE_SECONDS = 10;

  private final Optional<DatabaseSettings> settings;

  Pool(Optional<DatabaseSettings> settings) {
    this.settings = settings;
  }

  /**
   * Called when the server has started and nothing is deployed.
   *
   * @throws DatabaseException when the database does not answer: now, and not when all is deployed
   */
  void create(AdminCommandRunner server) {
    if (settings.isPresent()) {
      knock(server.getClass().getClassLoader());
    }
    String database = settings.isPresent() ? "postgresql" : "derby";
    commands(database + "-pool-commands.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> run(server, line.split(" ", -1)));
  }

  /** Sees whether there is a database behind the address, and whether it lets Parley in. */
  private static void knock(ClassLoader server) {
    DataSource source = source(server);
    try {
      source.setLoginTimeout(
          PATIENCE_SECONDS); // the first time takes longer: nothing is loaded yet
      try (Connection connection = source.getConnection()) {
        Objects.requireNonNull(connection);
      }
    } catch (SQLException e) {
      throw new DatabaseException("parley.database: " + e.getMessage());
    }
  }

  /** Its driver belongs to the server, and this class does not see it. */
  private static DataSource source(ClassLoader server) {
    try {
      return (DataSource) server.loadClass(POSTGRESQL).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw e.getCause() instanceof DatabaseException broken
          ? broken
          : new IllegalStateException(e);
    }
  }

  private String commands(String file) {
    try (InputStream text = Pool.class.getResourceAsStream(file)) {
      int connections = settings.map(DatabaseSettings::connections).orElse(0);
      return new String(Objects.requireNonNull(text, file).readAllBytes(), StandardCharsets.UTF_8)
          .replace("{connections}", Integer.toString(connections));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(AdminCommandRunner server, String[] words) {
    ClusterCommandResult result = server.run(words[0], Arrays.copyOfRange(words, 1, words.length));
    if (result.getExitStatus() == ExitStatus.FAILURE) {
      throw new IllegalStateException(result.getOutput(), result.getFailureCause());
    }
  }
}
