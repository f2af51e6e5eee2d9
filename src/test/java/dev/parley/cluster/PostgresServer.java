package dev.parley.cluster;

import dev.parley.testing.Eventually;
import dev.parley.testing.WorkFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL that the build brings itself, on a port of the loopback address. */
final class PostgresServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SECONDS = 2;

  private final Path folder;
  private final int port = WorkFolder.freePort();
  private EmbeddedPostgres running;

  private PostgresServer(Path folder) {
    this.folder = folder;
  }

  /** Starts one with its data in this folder. */
  static PostgresServer start(Path folder) {
    var server = new PostgresServer(folder);
    server.startAgain();
    return server;
  }

  void startAgain() {
    try {
      running =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
              .setDataDirectory(folder.resolve("data"))
              .setCleanDataDirectory(false)
              .setPort(port)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it at once, as a crash of the machine would. */
  void kill() {
    long postmaster = postmaster();
    Signals.send("QUIT", postmaster);
    Eventually.holds("PostgreSQL ends", PATIENCE, () -> ProcessHandle.of(postmaster).isEmpty());
    close();
  }

  /** Sends a signal, such as STOP, to each of its processes. */
  void signal(String name) {
    long postmaster = postmaster();
    LongStream backends =
        ProcessHandle.of(postmaster).orElseThrow().children().mapToLong(ProcessHandle::pid);
    Signals.send(name, LongStream.concat(LongStream.of(postmaster), backends).toArray());
  }

  /** Connections that call themselves so, without a pool; they wait for some seconds at most. */
  DataSource source(String name) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser("postgres");
    source.setApplicationName(name);
    source.setConnectTimeout(SECONDS);
    source.setLoginTimeout(SECONDS);
    source.setSocketTimeout(2 * SECONDS);
    return source;
  }

  /** Runs a query for a single number or text. */
  String ask(String query, String... parameters) {
    try (Connection connection = source("a test").getConnection();
        var statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      var result = statement.executeQuery();
      return result.next() ? String.valueOf(result.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long postmaster() {
    try {
      Path file = folder.resolve("data/postmaster.pid");
      return Long.parseLong(Files.readAllLines(file).get(0).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
