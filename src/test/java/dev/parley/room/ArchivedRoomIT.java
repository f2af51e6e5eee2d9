package dev.parley.room;

import static dev.parley.testing.Paths.ROOMS;
import static dev.parley.testing.Paths.changes;
import static dev.parley.testing.Paths.member;
import static dev.parley.testing.Paths.members;
import static dev.parley.testing.Paths.message;
import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.read;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Answer;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on in an archived room, operation by operation, over HTTP and on the socket. */
@ParleyTest
class ArchivedRoomIT {
  private static final String THUMB = "%F0%9F%91%8D";

  private final Person ana;
  private final Person bo;
  private final Person cy;
  private long room;

  ArchivedRoomIT(People people) {
    this.ana = people.ana();
    this.bo = people.bo();
    this.cy = people.cy();
  }

  @BeforeEach
  void aRoomWithAMessageOfAnaAndBoInIt() {
    room = ana.makesRoom();
    bo.joins(room);
    ana.says(room, "before");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST message",
        "PATCH message",
        "DELETE message",
        "PUT reaction",
        "DELETE reaction",
        "POST newcomer",
        "PATCH role",
        "PATCH head",
        "DELETE head"
      })
  void overHttpItIsNotChanged(String operation) {
    archive();
    long rev = lastRev();
    http(operation).expectProblem(409, "room_archived");
    assertThat(lastRev()).isEqualTo(rev);
  }

  @Test
  void nobodyJoinsItOnTheirOwn() {
    archive();
    cy.api().post(members(room), Map.of()).expectProblem(409, "room_archived");
    cy.api().post(messages(room), Map.of("text", "x")).expectProblem(409, "room_archived");
  }

  @ParameterizedTest
  @CsvSource({
    "GET head, 200",
    "GET list, 200",
    "GET messages, 200",
    "GET changes, 200",
    "GET members, 200",
    "PUT read, 204"
  })
  void overHttpItIsRead(String operation, int status) {
    archive();
    http(operation).expect(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"send", "edit", "delete", "react", "take back", "typing"})
  void onTheSocketItIsNotChanged(String operation) {
    try (ChatSocket before = ana.online()) {
      archive();
      before.await("the news", f -> f.at("/head/archived").asBoolean());
      long rev = lastRev();
      assertRefused(before, operation);
      try (ChatSocket after = ana.onAnotherDevice().online()) {
        assertRefused(after, operation);
      }
      assertThat(lastRev()).isEqualTo(rev);
    }
  }

  @Test
  void aConnectionThatIsTheFirstAfterwardsTypesNothingEither() {
    archive();
    try (ChatSocket socket = ana.online()) {
      assertRefused(socket, "typing");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "sync", "history"})
  void onTheSocketItIsRead(String operation) {
    archive();
    try (ChatSocket socket = bo.online()) {
      socket.ask(operation, fields(operation));
    }
  }

  @Test
  void aMemberLeavesItAndIsTakenOutOfIt() {
    cy.joins(room);
    archive();
    bo.api().delete(member(room, bo)).expect(204);
    ana.api().delete(member(room, cy)).expect(204);
    assertThat(ana.api().get(members(room)).json().path("members")).hasSize(1);
  }

  @Test
  void itsLastOwnerLeavesItToSomeoneElse() {
    archive();
    ana.api().delete(member(room, ana)).expect(204);
    assertThat(bo.api().get(room(room)).json().path("role").asText()).isEqualTo("OWNER");
  }

  @Test
  void itHasNothingUnread() {
    assertThat(unread()).isEqualTo(1);
    archive();
    assertThat(unread()).isZero();
  }

  private void archive() {
    ana.api().delete(room(room)).expect(204);
  }

  private Answer http(String operation) {
    String first = message(room, 1);
    return switch (operation) {
      case "POST message" -> ana.api().post(messages(room), Map.of("text", "after"));
      case "PATCH message" -> ana.api().patch(first, Map.of("text", "before"));
      case "DELETE message" -> ana.api().delete(first);
      case "PUT reaction" -> ana.api().put(first + "/reactions/" + THUMB, Map.of());
      case "DELETE reaction" -> ana.api().delete(first + "/reactions/" + THUMB);
      case "POST newcomer" -> ana.api().post(members(room), Map.of("userId", cy.id()));
      case "PATCH role" -> ana.api().patch(member(room, bo), Map.of("role", "MODERATOR"));
      case "PATCH head" -> ana.api().patch(room(room), Map.of("name", Names.unique()));
      case "DELETE head" -> ana.api().delete(room(room));
      case "GET head" -> ana.api().get(room(room));
      case "GET list" -> ana.api().get(ROOMS + "?joined=true");
      case "GET messages" -> ana.api().get(messages(room));
      case "GET changes" -> ana.api().get(changes(room, 0));
      case "GET members" -> ana.api().get(members(room));
      case "PUT read" -> bo.api().put(read(room), Map.of("seq", 1));
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private void assertRefused(ChatSocket socket, String operation) {
    String op = operation.equals("take back") ? "react" : operation;
    assertThat(socket.askAndFail(op, fields(operation)).path("code").asText())
        .isEqualTo("room_archived");
  }

  private Map<String, Object> fields(String operation) {
    var fields = new HashMap<String, Object>(Map.of("room", room));
    switch (operation) {
      case "send" -> fields.putAll(Map.of("cid", "c", "text", "after"));
      case "edit" -> fields.putAll(Map.of("seq", 1, "text", "after"));
      case "delete", "read" -> fields.put("seq", 1);
      case "react" -> fields.putAll(Map.of("seq", 1, "emoji", "👍"));
      case "take back" -> fields.putAll(Map.of("seq", 1, "emoji", "👍", "on", false));
      default -> {}
    }
    return fields;
  }

  private long unread() {
    return bo.api().get(room(room)).json().path("unread").asLong();
  }

  private long lastRev() {
    return ana.api().get(room(room)).json().path("lastRev").asLong();
  }
}
