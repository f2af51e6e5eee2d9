package dev.parley.realtime;

import static dev.parley.testing.Paths.changes;
import static dev.parley.testing.Paths.member;
import static dev.parley.testing.Paths.members;
import static dev.parley.testing.Paths.messages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Json;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is out hears nothing more. */
@ParleyTest
class LeavingIT {
  private static final int ROUNDS = 100;
  private final People people;
  private final Person ana;
  private final Person bo;
  private long room;
  private long lounge;

  LeavingIT(People people) {
    this.people = people;
    this.ana = people.ana();
    this.bo = people.bo();
  }

  @BeforeEach
  void makeTwoRooms() {
    room =
        ana.makesRoom(
            Map.of("name", "r " + Names.unique(), "kind", "PRIVATE", "members", List.of(bo.id())));
    lounge = ana.makesRoom();
    bo.joins(lounge);
  }

  @Test
  void whoLeavesIsToldOnAllConnectionsAndHearsNothingMore() {
    try (ChatSocket laptop = bo.online();
        ChatSocket phone = bo.online()) {
      bo.api().delete(member(room, bo)).expect(204);
      assertGone(laptop);
      assertGone(phone);
    }
  }

  @Test
  void whoIsRemovedIsToldAndHearsNothingMore() {
    try (ChatSocket socket = bo.online()) {
      ana.api().delete(member(room, bo)).expect(204);
      assertGone(socket);
      assertThat(socket.askAndFail("send", Map.of("room", room, "cid", "c", "text", "still here")))
          .isEqualTo(ana.api().get("/api/chat/rooms/888888888888").expect(404).json());
    }
  }

  @Test
  void theOthersHearWhoLeft() {
    try (ChatSocket socket = ana.online()) {
      bo.api().delete(member(room, bo)).expect(204);
      JsonNode frame = socket.await("member", f -> f.at("/member/left").asBoolean());
      assertThat(frame.at("/member/user/id").asLong()).isEqualTo(bo.id());
    }
  }

  @Test
  void whoComesBackHearsAgain() {
    try (ChatSocket socket = bo.online()) {
      bo.api().delete(member(room, bo)).expect(204);
      ana.api().post(members(room), Map.of("userId", bo.id())).expect(201);
      socket.awaitAdded(room);
      ana.says(room, "welcome back");
      socket.awaitMessage(room, "welcome back");
    }
  }

  @Test
  void removalThatRacesWithSendingLetsNothingThrough() {
    try (ChatSocket socket = bo.online()) {
      for (int round = 0; round < ROUNDS; round++) {
        Together.run(
            3,
            i -> {
              if (i == 0) {
                return ana.api().delete(member(room, bo)).expect(204).status();
              }
              for (int j = 0; j < 3; j++) {
                ana.says(room, "in between");
              }
              return 0;
            });
        long out = revOfLeaving();
        String end = "round " + round;
        ana.says(room, end);
        ana.says(lounge, end);
        socket.awaitMessage(lounge, end);
        assertThat(socket.frames())
            .noneMatch(f -> f.path("room").asLong() == room && f.path("rev").asLong() >= out);
        socket.awaitGone(room);
        ana.api().post(members(room), Map.of("userId", bo.id())).expect(201);
        socket.forget();
      }
    }
  }

  @Test
  void removalThatRacesWithHelloLetsNothingThrough() {
    for (int round = 0; round < 30; round++) {
      String text = "after " + round;
      try (ChatSocket socket = bo.socket()) {
        Together.run(
            2,
            i ->
                i == 0
                    ? ana.api().delete(member(room, bo)).expect(204).status()
                    : socket.ask("hello", Map.of()).size());
        long out = revOfLeaving();
        ana.says(room, text);
        ana.says(lounge, text);
        socket.awaitMessage(lounge, text);
        assertThat(socket.frames())
            .noneMatch(f -> f.path("room").asLong() == room && f.path("rev").asLong() >= out);
      }
      ana.api().post(members(room), Map.of("userId", bo.id())).expect(201);
    }
  }

  @Test
  void whoSendsWhileBeingRemovedIsStoredBeforeOrNotAtAll() {
    try (ChatSocket socket = bo.online()) {
      for (int round = 0; round < 30; round++) {
        String cid = "c" + round;
        var sent =
            Together.run(
                2,
                i ->
                    i == 0
                        ? Json.read(
                            "{\"status\":"
                                + ana.api().delete(member(room, bo)).expect(204).status()
                                + "}")
                        : socket.awaitReply(
                            socket.send("send", Map.of("room", room, "cid", cid, "text", "me"))));
        long out = revOfLeaving();
        JsonNode reply = sent.get(1);
        if (reply.has("ok")) {
          assertThat(reply.at("/ok/rev").asLong()).isLessThan(out);
        } else {
          assertThat(reply.at("/err/code").asText()).isEqualTo("not_found");
        }
        ana.api().post(members(room), Map.of("userId", bo.id())).expect(201);
      }
    }
  }

  @Test
  void signingOutClosesTheSessionsSocketsAndNoOthers() {
    Person newcomer = people.newcomer();
    Person phone = newcomer.onAnotherDevice();
    try (ChatSocket first = newcomer.online();
        ChatSocket second = newcomer.socket();
        ChatSocket other = phone.online()) {
      newcomer.api().post("/api/logout").expect(204);
      assertThat(first.awaitClose(java.time.Duration.ofSeconds(1))).isEqualTo(4401);
      assertThat(second.awaitClose(java.time.Duration.ofSeconds(1))).isEqualTo(4401);
      newcomer.api().post(messages(lounge), Map.of("text", "t")).expect(401);
      phone.joins(lounge);
      other.awaitAdded(lounge); // at another node the room may be told with what is in it by then
      ana.says(lounge, "to the phone");
      other.awaitMessage(lounge, "to the phone");
    }
  }

  @Test
  void endingASessionFromAnotherDeviceClosesItsSocket() {
    Person newcomer = people.newcomer();
    Person phone = newcomer.onAnotherDevice();
    try (ChatSocket lost = phone.online()) {
      for (JsonNode session : newcomer.api().get("/api/sessions").json().path("sessions")) {
        if (!session.path("current").asBoolean()) {
          newcomer.api().delete("/api/sessions/" + session.path("id").asLong()).expect(204);
        }
      }
      assertThat(lost.awaitClose(java.time.Duration.ofSeconds(1))).isEqualTo(4401);
    }
  }

  private void assertGone(ChatSocket socket) {
    socket.awaitGone(room);
    ana.says(room, "among us");
    String end = "end " + Names.unique();
    ana.says(lounge, end);
    socket.awaitMessage(lounge, end);
    assertThat(socket.frames()).noneMatch(f -> f.path("room").asLong() == room);
  }

  /** The newest change of membership: bo's going. */
  private long revOfLeaving() {
    long rev = 0;
    long lately = ana.api().get("/api/chat/rooms/" + room).json().path("lastRev").asLong() - 10;
    for (JsonNode frame :
        ana.api().get(changes(room, Math.max(0, lately))).expect(200).json().path("changes")) {
      if (frame.at("/member/left").asBoolean()) {
        rev = frame.path("rev").asLong();
      }
    }
    assertThat(rev).isPositive();
    return rev;
  }
}
