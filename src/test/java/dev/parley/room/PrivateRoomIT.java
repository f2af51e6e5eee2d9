package dev.parley.room;

import static dev.parley.testing.Paths.ROOMS;
import static dev.parley.testing.Paths.member;
import static dev.parley.testing.Paths.members;
import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Json;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A private room, as those see it who are not in it: not at all. */
@ParleyTest
class PrivateRoomIT {
  private static final long UNKNOWN = 888_888_888_888_888_888L;

  private final String name = "Secret " + Names.unique();
  private final Person ana;
  private final Person bo;
  private final Person cy;
  private long room;

  PrivateRoomIT(People people) {
    this.ana = people.ana();
    this.bo = people.bo();
    this.cy = people.cy();
  }

  /** One line for each path: the method, what follows the room's id, and a body. */
  static Stream<List<String>> paths() {
    return Stream.of(
        List.of("GET", "", ""),
        List.of("PATCH", "", "{\"name\":\"x\"}"),
        List.of("DELETE", "", ""),
        List.of("GET", "/members", ""),
        List.of("POST", "/members", "{}"),
        List.of("POST", "/members", "{\"userId\":1}"),
        List.of("PATCH", "/members/1", "{\"role\":\"OWNER\"}"),
        List.of("DELETE", "/members/1", ""),
        List.of("GET", "/messages", ""),
        List.of("GET", "/messages?before=2&limit=1", ""),
        List.of("POST", "/messages", "{\"text\":\"let me in\"}"),
        List.of("POST", "/messages", "{\"text\":\"the owner's\",\"cid\":\"the-owners-cid\"}"),
        List.of("GET", "/messages/1", ""),
        List.of("PATCH", "/messages/1", "{\"text\":\"not mine\"}"),
        List.of("DELETE", "/messages/1", ""),
        List.of("PUT", "/messages/1/reactions/%F0%9F%91%8D", "{}"),
        List.of("DELETE", "/messages/1/reactions/%F0%9F%91%8D", ""),
        List.of("PUT", "/read", "{\"seq\":1}"),
        List.of("GET", "/changes", ""),
        List.of("GET", "/changes?since=1", ""));
  }

  /** One line for each frame: the operation and its fields. */
  static Stream<Map<String, Object>> frames() {
    return Stream.of(
        Map.of("op", "send", "cid", "c", "text", "let me in"),
        Map.of("op", "send", "cid", "the-owners-cid", "text", "the owner's"),
        Map.of("op", "edit", "seq", 1, "text", "not mine"),
        Map.of("op", "delete", "seq", 1),
        Map.of("op", "react", "seq", 1, "emoji", "👍"),
        Map.of("op", "typing"),
        Map.of("op", "read", "seq", 1),
        Map.of("op", "sync"),
        Map.of("op", "sync", "rev", 1),
        Map.of("op", "history"),
        Map.of("op", "history", "before", 2));
  }

  @BeforeEach
  void makeARoomThatBoHasLeft() {
    room = ana.makesRoom(Map.of("name", name, "kind", "PRIVATE", "members", List.of(bo.id())));
    ana.api()
        .post(messages(room), Map.of("text", "the owner's", "cid", "the-owners-cid"))
        .expect(201);
    bo.api().delete(member(room, bo)).expect(204);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void everyPathAnswersOutsidersAsIfItWereNotThere(List<String> path) {
    JsonNode before = ana.api().get(room(room)).json();
    String unknown = refused(cy, UNKNOWN, path);
    assertThat(refused(cy, room, path)).isEqualTo(unknown);
    assertThat(refused(bo, room, path)).isEqualTo(unknown);
    assertThat(ana.api().get(room(room)).json()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void everyFrameIsAnsweredToOutsidersAsIfItWereNotThere(Map<String, Object> frame) {
    JsonNode before = ana.api().get(room(room)).json();
    JsonNode unknown = refused(cy, UNKNOWN, frame);
    assertThat(unknown.path("status").asInt()).isEqualTo(404);
    assertThat(refused(cy, room, frame)).isEqualTo(unknown);
    assertThat(refused(bo, room, frame)).isEqualTo(unknown);
    assertThat(ana.api().get(room(room)).json()).isEqualTo(before);
  }

  @Test
  void itsNameBetraysNothing() {
    bo.makesRoom(Map.of("name", name));
    cy.makesRoom(Map.of("name", name, "kind", "PRIVATE"));
  }

  @Test
  void itsOwnerMayGiveItANameThatIsTaken() {
    String taken = "Taken " + Names.unique();
    bo.makesRoom(Map.of("name", taken));
    ana.api().patch(room(room), Map.of("name", taken)).expect(200);
  }

  @Test
  void aHelloWithItsIdIsAnsweredLikeOneWithAnUnknownId() {
    for (Person outsider : List.of(bo, cy)) {
      try (ChatSocket socket = outsider.socket()) {
        String epoch = epoch();
        JsonNode hello =
            socket.ask("hello", Map.of("epoch", epoch, "rooms", Map.of(room, 1, UNKNOWN, 1)));
        assertThat(hello.path("gone")).extracting(JsonNode::asLong).contains(room, UNKNOWN);
        assertThat(Json.ids(hello.path("rooms"))).doesNotContain(room);
      }
    }
  }

  @Test
  void whatHappensInItReachesNoOutsider() {
    long shared = ana.makesRoom();
    try (ChatSocket former = bo.online();
        ChatSocket stranger = cy.online()) {
      bo.joins(shared);
      cy.joins(shared);
      ana.says(room, "inside");
      ana.api().patch(room(room), Map.of("description", "inside")).expect(200);
      ana.says(shared, "afterwards"); // whatever was to come has come before this
      for (ChatSocket outside : List.of(former, stranger)) {
        outside.awaitMessage(shared, "afterwards");
        assertThat(outside.frames()).noneMatch(f -> f.path("room").asLong() == room);
      }
    }
  }

  @Test
  void anOutsidersAttemptDoesNotMoveItInItsMembersLists() {
    long newer = ana.makesRoom();
    cy.api().post(messages(room), Map.of("text", "let me in")).expectProblem(404, "not_found");
    try (ChatSocket socket = ana.socket()) {
      List<Long> listed =
          Json.ids(socket.ask("hello", Map.of()).path("rooms")).stream()
              .filter(id -> id == newer || id == room)
              .toList();
      assertThat(listed).containsExactly(newer, room);
    }
  }

  @Test
  void whoIsAddedAgainSeesAllOfIt() {
    ana.api().post(members(room), Map.of("userId", bo.id())).expect(201);
    assertThat(bo.api().get(room(room)).expect(200).json().at("/messages/0/text").asText())
        .isEqualTo("the owner's");
  }

  private String epoch() {
    try (ChatSocket socket = ana.socket()) {
      return socket.ask("hello", Map.of()).path("epoch").asText();
    }
  }

  private static String refused(Person person, long id, List<String> path) {
    String address = ROOMS + "/" + id + path.get(1);
    Answer answer =
        path.get(2).isEmpty()
            ? person.api().send(person.api().request(address).method(path.get(0), noBody()))
            : person.api().send(path.get(0), address, path.get(2));
    answer.expectProblem(404, "not_found");
    return answer.heading() + answer.text();
  }

  private static JsonNode refused(Person person, long id, Map<String, Object> frame) {
    var fields = new HashMap<>(frame);
    fields.put("room", id);
    try (ChatSocket socket = person.online()) {
      return socket.askAndFail(frame.get("op").toString(), fields);
    }
  }

  private static java.net.http.HttpRequest.BodyPublisher noBody() {
    return java.net.http.HttpRequest.BodyPublishers.noBody();
  }
}
