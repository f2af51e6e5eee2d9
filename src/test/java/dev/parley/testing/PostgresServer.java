package dev.parley.testing;

import static java.nio.file.StandardOpenOption.APPEND;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A real PostgreSQL, which the build brings itself, on the loopback address and a port of its own.
 * Whoever comes as {@value #USER} needs the {@link #PASSWORD}. Its data are gone when it is closed,
 * and at the latest when the tests end.
 */
public final class PostgresServer implements AutoCloseable {
  /** As whom Parley comes. */
  public static final String USER = "parley";

  /** What it is let in with: characters that mean something to whoever passes them on. */
  public static final String PASSWORD = "p$${sw}=\\rd:" + Names.unique();

  private static final String SUPERUSER = "postgres";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String WHO_MAY_COME =
      """
      host all postgres 127.0.0.1/32 trust
      host all all 127.0.0.1/32 scram-sha-256
      """;

  /**
   * It tells each step, and throws what matters; kept here, for loggers are forgotten otherwise.
   */
  private static final Logger LIBRARY = Logger.getLogger("io.zonky.test");

  static {
    LIBRARY.setLevel(Level.OFF);
  }

  private static PostgresServer shared;

  private final Path folder = WorkFolder.create();
  private final int port = WorkFolder.freePort();
  private final boolean durable;
  private EmbeddedPostgres running;

  private PostgresServer(boolean durable) {
    this.durable = durable;
  }

  /** Starts one that outlives its processes, but not a power cut: it does not wait for a disk. */
  public static PostgresServer start() {
    return start(false);
  }

  /** Starts one that waits for the disk with each commit, as those do that people trust. */
  public static PostgresServer startDurable() {
    return start(true);
  }

  private static PostgresServer start(boolean durable) {
    var server = new PostgresServer(durable);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgresql-stop"));
    server.startAgain();
    server.letIn();
    return server;
  }

  /** The one that all servers under test use where the tests run on PostgreSQL. */
  static synchronized PostgresServer shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  /** Whether the tests run on PostgreSQL: {@code -Dparley.testing.database=postgresql}. */
  static boolean isWanted() {
    return "postgresql".equals(System.getProperty("parley.testing.database"));
  }

  /** The options, with a new and empty database of its own. */
  public ServerOptions with(ServerOptions options) {
    return with(options, createDatabase());
  }

  /** The options, with a database. */
  public ServerOptions with(ServerOptions options, String database) {
    return options
        .with("parley.database.url", url(database))
        .with("parley.database.user", USER)
        .with("parley.database.password", PASSWORD);
  }

  /** The address of a database, as Parley's configuration has it. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /**
   * Makes an empty database, which belongs to {@value #USER}.
   *
   * @return its name
   */
  public String createDatabase() {
    String name = "parley_" + Names.unique();
    execute(SUPERUSER, "create database " + name + " owner " + USER);
    return name;
  }

  /** A connection of one who may do everything. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), SUPERUSER, "");
  }

  /** Carries out a statement as one who may do everything. */
  public void execute(String database, String sql) {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** What a query for a single number or text finds, as one who may do everything. */
  public String ask(String database, String query, String... parameters) {
    try (var connection = connect(database);
        var statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      var result = statement.executeQuery();
      return result.next() ? String.valueOf(result.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** Ends it as a power cut would; whoever is connected is cut off. */
  public void stop() {
    ProcessHandle main = process();
    Signals.send("QUIT", main.pid()); // an immediate shutdown, without a checkpoint
    awaitEnd(main);
  }

  /** Lets it stand still: connections stay, and nothing is answered. */
  public void pause() {
    signalAll("STOP");
  }

  /** Lets it go on after {@link #pause}. */
  public void goOn() {
    signalAll("CONT");
  }

  /** Starts it on the same port and the same data, after {@link #stop}. */
  public void startAgain() {
    try {
      if (running != null) {
        running.close();
      }
      running =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(WorkFolder.build().resolve("postgresql").toFile())
              .setDataDirectory(data())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPort(port)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("synchronous_commit", "on") // what is acknowledged is written
              .setServerConfig("fsync", durable ? "on" : "off")
              .setServerConfig("unix_socket_directories", "")
              .setLocaleConfig("locale", "C.UTF-8")
              .setPGStartupWait(PATIENCE)
              .setOutputRedirector(Redirect.appendTo(folder.resolve("log").toFile()))
              .setErrorRedirector(Redirect.appendTo(folder.resolve("log").toFile()))
              .start();
      Reaper.watch(process());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it after {@link #stop} as from a backup: what it writes is another timeline. */
  public void restore() {
    try {
      Files.writeString(
          data().resolve("postgresql.auto.conf"), "restore_command = 'false'\n", APPEND);
      Files.createFile(data().resolve("recovery.signal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    startAgain();
  }

  private Path data() {
    return folder.resolve("data");
  }

  @Override
  public synchronized void close() {
    if (Files.exists(pidFile())) {
      stop();
    }
    WorkFolder.delete(folder);
  }

  private void letIn() {
    execute(SUPERUSER, "create role %s login password '%s'".formatted(USER, PASSWORD));
    try {
      Files.writeString(data().resolve("pg_hba.conf"), WHO_MAY_COME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    execute(SUPERUSER, "select pg_reload_conf()");
  }

  private Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  /** Its main process, of which the others are children. */
  public ProcessHandle process() {
    try {
      String pid = Files.readAllLines(pidFile()).get(0).strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitEnd(ProcessHandle main) {
    try {
      main.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("PostgreSQL did not stop", e);
    }
  }

  private void signalAll(String name) {
    ProcessHandle main = process();
    Signals.send(name, main.pid());
    Signals.send(name, main.descendants().mapToLong(ProcessHandle::pid).toArray());
  }
}
