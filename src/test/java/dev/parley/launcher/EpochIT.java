package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.ServerOptions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tells one log from another, where PostgreSQL holds it. */
class EpochIT {
  private static final String STORED = "[0-9a-f-]{36}";

  private static PostgresServer postgres;

  private String database;

  @BeforeAll
  static void start() {
    postgres = PostgresServer.start();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void create() {
    database = postgres.createDatabase();
  }

  @Test
  void onAnotherTimelineClientsStartAnew() {
    try (var server = ParleyServer.start(postgres.with(ServerOptions.defaults(), database))) {
      Person ana = new People(server).ana();
      long room = ana.makesRoom();
      ana.says(room, "hello");
      JsonNode first = hello(ana, Map.of());
      assertThat(first.path("epoch").asText()).matches(STORED + "\\.[0-9]+\\.00000001");
      Map<String, Object> known =
          Map.of(
              "epoch",
              first.path("epoch").asText(),
              "rooms",
              Map.of(room, first.at("/rooms/0/upTo").asLong()));
      assertThat(hello(ana, known).at("/rooms/0").has("reset")).isFalse();
      server.stop();
      postgres.stop();
      postgres.restore();
      server.startAgain();
      JsonNode second = hello(ana.onAnotherDevice(), known);
      assertThat(second.path("epoch").asText()).matches(STORED + "\\.[0-9]+\\.00000002");
      assertThat(second.at("/rooms/0/reset").asBoolean()).isTrue();
    }
  }

  @Test
  void whereTheTimelineIsNotToldTheStoredIdCounts() {
    postgres.execute(database, "revoke execute on function pg_control_system() from public");
    try (var server = ParleyServer.start(postgres.with(ServerOptions.defaults(), database))) {
      assertThat(hello(new People(server).ana(), Map.of()).path("epoch").asText()).matches(STORED);
      assertThat(server.startLog()).contains("does not tell its timeline").doesNotContain("\tat ");
    }
  }

  private static JsonNode hello(Person person, Map<String, ?> known) {
    try (var socket = person.socket()) {
      return socket.ask("hello", known);
    }
  }
}
