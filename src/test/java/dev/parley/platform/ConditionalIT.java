package dev.parley.platform;

import static dev.parley.testing.Paths.ROOMS;
import static dev.parley.testing.Paths.message;
import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Answer;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags, preconditions and methods at every resource that has them (RFC 9110). */
@ParleyTest
class ConditionalIT {
  private final ParleyServer server;
  private final Person ana;
  private final Person bo;
  private final People people;
  private long room;
  private long seq;

  ConditionalIT(ParleyServer server, People people) {
    this.server = server;
    this.people = people;
    this.ana = people.ana();
    this.bo = people.bo();
  }

  @BeforeEach
  void writeAMessage() {
    room = ana.makesRoom();
    bo.joins(room);
    seq = ana.says(room, "first words").path("seq").asLong();
  }

  /** As they come back from proxies and from careless clients; %s is the tag without quotes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"%s\"",
        "W/\"%s\"",
        "%s",
        "\"%s-gzip\"",
        "W/\"%s-gzip\"",
        "\"x\", \"%s\"",
        "\"x\",\"%s\",",
        "*"
      })
  void aTagIsKnownAgain(String written) {
    for (String path : new String[] {room(room), messages(room), message(room, seq)}) {
      String held = written.replace("%s", tag(ana.api().get(path).expect(200)));
      ana.api().with("If-None-Match", held).get(path).expect(304);
      ana.api().with("If-Match", held).get(path).expect(200);
    }
    String tag = tag(ana.api().get(message(room, seq)));
    ana.api()
        .with("If-Match", written.replace("%s", tag))
        .patch(message(room, seq), Map.of("text", "second words"))
        .expect(200);
    String head = tag(ana.api().get(room(room)));
    ana.api()
        .with("If-Match", written.replace("%s", head))
        .patch(room(room), Map.of("description", "new"))
        .expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3", "\"3\"", "\"\"", "\"", "W/", "W/\"x", ",", "a b", "\"x\" \"y\"", "; ,;"})
  void aTagThatWasNeverGivenIsNotAndFailsNothing(String other) {
    for (String path : new String[] {room(room), messages(room), message(room, seq)}) {
      ana.api().with("If-None-Match", other).get(path).expect(200);
      ana.api().with("If-Match", other).get(path).expectProblem(412, "precondition_failed");
    }
    ana.api()
        .with("If-Match", other)
        .patch(message(room, seq), Map.of("text", "no"))
        .expectProblem(412, "precondition_failed");
    ana.api()
        .with("If-Match", other)
        .delete(message(room, seq))
        .expectProblem(412, "precondition_failed");
  }

  @Test
  void severalLinesAreOneList() {
    String tag = tag(ana.api().get(message(room, seq)));
    String answer =
        RawHttp.answer(
            server.address(),
            "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                    .formatted(message(room, seq), ana.token())
                + "If-None-Match: \"x\"\r\nIf-None-Match: \"%s\"\r\nConnection: close\r\n\r\n"
                    .formatted(tag));
    assertThat(answer).startsWith("HTTP/1.1 304 ");
  }

  @Test
  void aChangeAnswersWithTheTagForTheNextOne() {
    Answer posted = ana.api().post(messages(room), Map.of("text", "one", "cid", "c1")).expect(201);
    long own = posted.json().path("seq").asLong();
    assertThat(tag(posted)).isEqualTo(tag(ana.api().get(message(room, own))));
    Answer again = ana.api().post(messages(room), Map.of("text", "one", "cid", "c1")).expect(200);
    assertThat(tag(again)).isEqualTo(tag(posted));
    Answer edited =
        ana.api()
            .with("If-Match", quoted(posted))
            .patch(message(room, own), Map.of("text", "two"))
            .expect(200);
    assertThat(tag(edited)).isEqualTo(tag(ana.api().get(message(room, own))));
    ana.api()
        .with("If-Match", quoted(edited))
        .patch(message(room, own), Map.of("text", "three"))
        .expect(200);
    ana.api()
        .with("If-Match", quoted(edited))
        .patch(message(room, own), Map.of("text", "four"))
        .expectProblem(412, "precondition_failed");
  }

  @Test
  void aNewRoomAndAnEditedOneHaveATagForTheNextEdit() {
    Answer made = ana.api().post(ROOMS, Map.of("name", "room " + Names.unique())).expect(201);
    String path = room(made.json().path("id").asLong());
    Answer edited =
        ana.api()
            .with("If-Match", quoted(made))
            .patch(path, Map.of("description", "one"))
            .expect(200);
    ana.api().with("If-Match", quoted(edited)).patch(path, Map.of("description", "2")).expect(200);
    ana.api()
        .with("If-Match", quoted(edited))
        .patch(path, Map.of("description", "3"))
        .expectProblem(412, "precondition_failed");
  }

  @Test
  void aReactionDoesNotStandInTheWayOfAnEditAndIsSeenByReaders() {
    Answer before = ana.api().get(message(room, seq)).expect(200);
    Answer reaction =
        bo.api()
            .send(
                bo.api()
                    .request(message(room, seq) + "/reactions/%F0%9F%8E%89")
                    .PUT(BodyPublishers.noBody()))
            .expect(200);
    assertThat(tag(reaction)).isEqualTo(tag(ana.api().get(message(room, seq))));
    ana.api().with("If-None-Match", quoted(before)).get(message(room, seq)).expect(200);
    ana.api()
        .with("If-Match", quoted(before))
        .patch(message(room, seq), Map.of("text", "second words"))
        .expect(200);
  }

  @Test
  void anAuthorsNewNameMakesTheTagAnother() {
    Person author = people.newcomer();
    author.joins(room);
    long own = author.says(room, "mine").path("seq").asLong();
    Answer before = ana.api().get(message(room, own)).expect(200);
    author.api().patch("/api/users/me", Map.of("displayName", "New Name")).expect(200);
    Answer after = ana.api().with("If-None-Match", quoted(before)).get(message(room, own));
    assertThat(after.expect(200).json().at("/by/name").asText()).isEqualTo("New Name");
  }

  /** As a client has it that knows a message from the socket. */
  @Test
  void aRevIsATagToo() {
    long rev = ana.api().get(message(room, seq)).json().path("rev").asLong();
    ana.api()
        .with("If-Match", "\"" + (rev + 1) + "\"")
        .patch(message(room, seq), Map.of("text", "no"))
        .expectProblem(412, "precondition_failed");
    ana.api()
        .with("If-Match", "\"" + rev + "\"")
        .patch(message(room, seq), Map.of("text", "second words"))
        .expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/server", ROOMS, "/api/chat/rooms/%d", "/api/realtime/tickets"})
  void optionsNamesAllMethodsAndHasNoBody(String path) {
    Answer answer = send("OPTIONS", path.formatted(room)).expect(204);
    assertThat(answer.bytes()).isEmpty();
    assertThat(answer.header("Allow").orElseThrow()).contains("OPTIONS");
    assertThat(answer.header("Content-Type")).isEmpty();
    boolean readable = answer.header("Allow").orElseThrow().contains("GET");
    assertThat(answer.header("Allow").orElseThrow().contains("HEAD")).isEqualTo(readable);
  }

  @Test
  void headIsAmongThoseThatAreAllowedAndAnswersAsGetDoes() {
    assertThat(send("PUT", room(room)).expect(405).header("Allow").orElseThrow())
        .isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH");
    Answer head = send("HEAD", room(room)).expect(200);
    assertThat(head.bytes()).isEmpty();
    assertThat(head.header("ETag")).isEqualTo(ana.api().get(room(room)).header("ETag"));
  }

  private Answer send(String method, String path) {
    return ana.api()
        .send(
            ana.api()
                .request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.noBody()));
  }

  private static String quoted(Answer answer) {
    return answer.header("ETag").orElseThrow();
  }

  private static String tag(Answer answer) {
    return quoted(answer).replaceAll("^\"|\"$", "");
  }
}
