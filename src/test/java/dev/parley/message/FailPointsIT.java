package dev.parley.message;

import static dev.parley.testing.Paths.message;
import static dev.parley.testing.Paths.messages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.ServerOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that dies, or fails, at the worst moments of a message's way. Byteman sees to that. */
class FailPointsIT {
  /** The moments, by the names that the rules know. */
  private enum Point {
    BEFORE_COMMIT,
    BEFORE_FAN_OUT,
    BEFORE_REPLY
  }

  @TempDir private static Path points;
  private static ParleyServer server;
  private static Person ana;
  private static Person bo;

  @BeforeAll
  static void startWithFailPoints() throws URISyntaxException {
    Path rules = Path.of(FailPointsIT.class.getResource("fail-points.btm").toURI());
    String byteman = System.getProperty("parley.testing.byteman");
    server =
        ParleyServer.start(
            ServerOptions.unlimited()
                .with(
                    "JAVA_TOOL_OPTIONS",
                    "-javaagent:%s=script:%s,boot:%s".formatted(byteman, rules, byteman)
                        + " -Djboss.modules.system.pkgs=org.jboss.byteman -Dfailpoints="
                        + points));
    ana = new People(server).ana();
    bo = new People(server).bo();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aRetryIsAnsweredTheFirstSeqAndEveryoneSeesTheMessageOnce(Point point) throws IOException {
    long room = ana.makesRoom();
    bo.joins(room);
    ana.says(room, "before");
    ChatSocket bos = bo.socket();
    JsonNode hello = bos.ask("hello", Map.of());
    var message = Map.of("room", room, "cid", "m", "text", "in the worst moment");

    sendAndDie(point, message);
    server.startAgain();
    JsonNode reply = ana.online().ask("send", message);

    assertThat(reply.path("seq").asLong()).isEqualTo(2);
    assertThat(reply.path("dup").asBoolean()).isEqualTo(point != Point.BEFORE_COMMIT);
    assertThat(seenBy(bos, hello, room)).containsExactly("m");
    JsonNode history = ana.api().get(messages(room)).expect(200).json().path("messages");
    assertThat(history.findValuesAsText("seq")).containsExactly("1", "2");
  }

  @Test
  void whatADeadlockHasEndedRunsAgain() throws IOException {
    long room = ana.makesRoom();
    ana.says(room, "hello");
    ChatSocket anas = ana.online();

    deadlockNext();
    ana.api().put(message(room, 1) + "/reactions/%F0%9F%91%8D", Map.of()).expect(200);
    deadlockNext();
    anas.ask("react", Map.of("room", room, "seq", 1, "emoji", "🎉", "on", true));

    JsonNode reactions = ana.api().get(message(room, 1)).expect(200).json().path("reactions");
    assertThat(reactions.findValuesAsText("emoji")).containsExactly("👍", "🎉");
  }

  /** Once: the rule takes the file away. */
  private static void deadlockNext() throws IOException {
    Files.createFile(points.resolve("DEADLOCK"));
  }

  private static void sendAndDie(Point point, Map<String, ?> message) throws IOException {
    ChatSocket anas = ana.online();
    Path trigger = Files.createFile(points.resolve(point.name()));
    anas.send("send", message);
    assertThat(anas.awaitClose()).isEqualTo(1006);
    assertThat(anas.frames()).as("no reply left").noneMatch(frame -> frame.path("re").asInt() > 1);
    server.kill(); // it is dead already: this waits for its end
    Files.delete(trigger);
  }

  /** The cids of all messages that someone was told of, before and after they came back. */
  private static List<String> seenBy(ChatSocket before, JsonNode hello, long room) {
    List<JsonNode> live = messagesOf(before.frames().stream());
    long have =
        live.stream()
            .mapToLong(frame -> frame.path("rev").asLong())
            .max()
            .orElse(entry(hello, room).path("upTo").asLong());
    JsonNode resumed =
        bo.socket()
            .ask(
                "hello",
                Map.of("epoch", hello.path("epoch").asText(), "rooms", Map.of(room, have)));
    List<JsonNode> missed = messagesOf(stream(entry(resumed, room).path("changes")));
    return Stream.concat(live.stream(), missed.stream())
        .map(frame -> frame.at("/m/cid").asText())
        .toList();
  }

  private static JsonNode entry(JsonNode hello, long room) {
    return stream(hello.path("rooms"))
        .filter(entry -> entry.path("id").asLong() == room)
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> messagesOf(Stream<JsonNode> frames) {
    return frames.filter(frame -> frame.path("ev").asText().equals("message")).toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
