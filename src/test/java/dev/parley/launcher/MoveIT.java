package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.testing.Api;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.Paths;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.Tool;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code java -jar parley.jar --move-to-postgresql}, on what a real server has written. */
class MoveIT {
  private static PostgresServer postgres;
  private static ParleyServer derby;
  private static Person ana;
  private static long room;
  private static JsonNode before;
  private static Tool.Result whileItRan;

  @BeforeAll
  static void writeAndStop() {
    postgres = PostgresServer.start();
    derby = ParleyServer.start(ServerOptions.unlimited());
    ana = new People(derby).ana();
    Person bo = new People(derby).bo();
    room =
        ana.makesRoom(
            Map.of("name", "Gärtnerei 🌱", "kind", "PRIVATE", "members", List.of(bo.id())));
    for (int i = 0; i < 1_200; i++) { // more than one batch
      ana.says(room, "message " + i + " 👩‍👩‍👧 \\ ' \" \t");
    }
    bo.says(room, "first");
    ana.api().patch(Paths.message(room, 2), Map.of("text", "edited ✏️")).expect(200);
    ana.api().delete(Paths.message(room, 3)).expect(204);
    bo.api().put(Paths.message(room, 4) + "/reactions/%F0%9F%8E%89", Map.of()).expect(200);
    ChatSocket socket = bo.online();
    socket.ask("read", Map.of("room", room, "seq", 7));
    bo.api().post("/api/logout").expect(204);
    before = state(ana.api());
    whileItRan = move(postgres.createDatabase());
    derby.stop();
  }

  @AfterAll
  static void stop() {
    derby.close();
    postgres.close();
  }

  @Test
  void whatWasMovedIsReadInPostgres() {
    String database = postgres.createDatabase();
    Tool.Result moved = move(database);
    assertThat(moved.output())
        .contains("messages: 1,201 rows", "Both databases hold the same.")
        .doesNotContain(PostgresServer.PASSWORD);
    assertThat(moved.exitCode()).isZero();
    try (var server = ParleyServer.start(postgres.with(ServerOptions.unlimited(), database))) {
      Api api = server.api();
      var credentials = Map.of("username", ana.username(), "password", ana.password());
      String token = api.post("/api/login", credentials).expect(200).json().path("token").asText();
      assertThat(state(api.as(token))).isEqualTo(before);
      JsonNode next =
          api.as(token).post(Paths.messages(room), Map.of("text", "goes on")).expect(201).json();
      assertThat(next.path("seq").asInt()).isEqualTo(1_202);
      assertThat(server.startLog()).as("it was set up").doesNotContain("set-up token");
    }
    assertThat(move(database))
        .as("a database in use")
        .isEqualTo(
            new Tool.Result(
                1,
                "Nothing was moved: the PostgreSQL database is not empty, it has a table audit_entries.\n"));
  }

  @Test
  void aMoveThatFailsLeavesNothing() throws SQLException {
    String database = postgres.createDatabase();
    postgres.execute(
        database,
        "create schema trap; create function trap.refuse() returns event_trigger language plpgsql as $$ begin"
            + " if exists (select from pg_event_trigger_ddl_commands() where object_identity ="
            + " 'public.reactions') then alter table reactions add check (emoji = 'none');"
            + " end if; end $$;"
            + " create event trigger refuse on ddl_command_end when tag in ('CREATE TABLE')"
            + " execute function trap.refuse()");
    Tool.Result failed = move(database);
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.output()).contains("Nothing was moved: ", "reactions_emoji_check");
    assertThat(tables(database)).isEmpty();
    postgres.execute(database, "drop event trigger refuse");
    assertThat(move(database).exitCode()).as("then it is possible").isZero();
  }

  @Test
  void nothingIsMovedWhileAServerRuns() {
    assertThat(whileItRan.exitCode()).isEqualTo(1);
    assertThat(whileItRan.output()).contains("another Parley is running on it");
  }

  @Test
  void whereToMustBeSaid() {
    Tool.Result refused =
        Tool.run(Map.of("PARLEY_DATA", derby.data().toString()), "--move-to-postgresql");
    assertThat(refused)
        .isEqualTo(
            new Tool.Result(1, "Nothing was moved: parley.database.url does not say where to.\n"));
  }

  private static Tool.Result move(String database) {
    var options =
        postgres
            .with(ServerOptions.defaults(), database)
            .with("parley.data", derby.data().toString());
    return Tool.run(options.environment(), "--move-to-postgresql");
  }

  /** What someone sees. */
  private static JsonNode state(Api api) {
    JsonNode history = api.get(Paths.messages(room) + "?limit=200").expect(200).json();
    JsonNode beginning = api.get(Paths.messages(room) + "?limit=50&after=0").expect(200).json();
    JsonNode members = api.get(Paths.room(room) + "/members").expect(200).json();
    JsonNode head = api.get(Paths.room(room)).expect(200).json();
    JsonNode rooms = api.get("/api/chat/rooms").expect(200).json();
    return JsonNodeFactory.instance
        .arrayNode()
        .addAll(List.of(history, beginning, members, head, rooms));
  }

  private static List<String> tables(String database) throws SQLException {
    var tables = new ArrayList<String>();
    try (var connection = postgres.connect(database);
        var found =
            connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    return tables;
  }
}
