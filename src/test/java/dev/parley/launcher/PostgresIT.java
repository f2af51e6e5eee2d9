package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.ServerFailedException;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.WorkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code parley.jar} with {@code parley.database.*}, as an operator sees it. */
class PostgresIT {
  private static PostgresServer postgres;

  @BeforeAll
  static void start() {
    postgres = PostgresServer.start();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void everythingIsInPostgresAndThePasswordNowhereElse() throws IOException {
    String database = postgres.createDatabase();
    try (var server = ParleyServer.start(postgres.with(ServerOptions.defaults(), database))) {
      Person ana = new People(server).ana();
      ana.says(ana.makesRoom(), "kept where it belongs");
      assertThat(postgres.ask(database, "select body from messages"))
          .isEqualTo("kept where it belongs");
      assertThat(server.log().lines()).hasSize(3); // the token, the bus, and that it is ready
      assertThat(server.data().resolve("database")).doesNotExist();
      assertThat(filesWith(PostgresServer.PASSWORD, server.data().getParent())).isEmpty();
      server.stop();
      assertThat(server.log()).doesNotContain(PostgresServer.PASSWORD);
      assertThat(server.data().resolve("derby.log")).doesNotExist();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "parley.database.password, wrong, password authentication failed for user \"parley\"",
    "parley.database.user, nobody, password authentication failed for user \"nobody\"",
    "parley.database.pool, 3, must be a whole number from 4 to 1000",
    "parley.database.pool, many, must be a whole number from 4 to 1000",
    "parley.database.url, jdbc:derby:memory, parley.database.url must be an address such as",
    "parley.database.url, jdbc:postgresql://127.0.0.1:port/parley, parley.database.url must be",
    "parley.database.url, jdbc:postgresql://127.0.0.1/parley?password=secret, a key of its own",
    "parley.database.url, jdbc:postgresql://me:secret@127.0.0.1/parley, a key of its own",
  })
  void whatIsWrongIsToldInOneLine(String key, String value, String told) {
    var options = postgres.with(ServerOptions.defaults()).with(key, value);
    assertThat(failure(options)).contains(told).doesNotContain("secret");
  }

  @Test
  void aDatabaseThatIsNotThereEndsTheStart() {
    var options = postgres.with(ServerOptions.defaults(), "elsewhere");
    assertThat(failure(options)).contains("database \"elsewhere\" does not exist");
  }

  @Test
  void aDatabaseServerThatIsAwayEndsTheStart() {
    String url = "jdbc:postgresql://127.0.0.1:" + WorkFolder.freePort() + "/parley";
    var options = postgres.with(ServerOptions.defaults()).with("parley.database.url", url);
    assertThat(failure(options)).contains("refused");
  }

  /** The one line that there is. */
  private static String failure(ServerOptions options) {
    var failed =
        catchThrowableOfType(
            ServerFailedException.class, () -> ParleyServer.start(options).close());
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.log()).doesNotContain(PostgresServer.PASSWORD);
    assertThat(failed.log().lines())
        .singleElement()
        .asString()
        .startsWith("Parley does not start: parley.database");
    return failed.log();
  }

  private static List<Path> filesWith(String text, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      return false; // gone by now
    }
  }
}
