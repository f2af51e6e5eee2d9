package dev.parley.realtime;

import static dev.parley.testing.Paths.member;
import static dev.parley.testing.Paths.members;
import static dev.parley.testing.Paths.message;
import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.read;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members hear while they are connected. */
@ParleyTest
class LiveIT {
  private final Person ana;
  private final Person bo;
  private long room;
  private ChatSocket anas;
  private ChatSocket bos;

  LiveIT(People people) {
    this.ana = people.ana();
    this.bo = people.bo();
  }

  @BeforeEach
  void comeTogether() {
    room = ana.makesRoom();
    bo.joins(room);
    anas = ana.online();
    bos = bo.online();
  }

  @AfterEach
  void part() {
    anas.close();
    bos.close();
  }

  @Test
  void whatIsSentIsStoredAcknowledgedAndHeard() {
    long rev = rev();
    JsonNode ack = anas.ask("send", Map.of("room", room, "cid", "c-1", "text", "hello all"));
    JsonNode stored = ana.api().get(message(room, ack.path("seq").asLong())).expect(200).json();
    assertThat(ack.path("rev")).isEqualTo(stored.path("rev"));
    assertThat(ack.path("at")).isEqualTo(stored.path("at"));
    assertThat(ack.path("dup").asBoolean(true)).isFalse();
    for (ChatSocket socket : List.of(anas, bos)) {
      JsonNode frame = socket.awaitMessage(room, "hello all");
      assertThat(frame.path("m")).isEqualTo(stored);
      assertThat(frame.path("prev").asLong()).isEqualTo(rev);
      assertThat(frame.path("rev")).isEqualTo(ack.path("rev"));
    }
  }

  @Test
  void whatIsSentAgainIsAcknowledgedAsBeforeAndHeardOnce() {
    var draft = Map.of("room", room, "cid", "c-1", "text", "only once");
    JsonNode first = anas.ask("send", draft);
    JsonNode again = anas.ask("send", draft);
    assertThat(again.path("dup").asBoolean()).isTrue();
    for (String field : List.of("seq", "rev", "at")) {
      assertThat(again.path(field)).isEqualTo(first.path(field));
    }
    ana.says(room, "the last word");
    bos.awaitMessage(room, "the last word");
    assertThat(bos.frames())
        .filteredOn(frame -> frame.at("/m/text").asText().equals("only once"))
        .hasSize(1);
  }

  @Test
  void whicheverWayItWasSentEveryoneHearsItOnceAndInOrder() {
    long rev = rev();
    Together.run(
        4,
        i -> {
          for (int j = 0; j < 25; j++) {
            String text = i + "." + j;
            switch (i) {
              case 0 -> ana.says(room, text);
              case 1 -> bo.says(room, text);
              default ->
                  (i == 2 ? anas : bos)
                      .ask("send", Map.of("room", room, "cid", text, "text", text));
            }
          }
          return i;
        });
    long end = rev();
    assertThat(end).isEqualTo(rev + 100);
    for (ChatSocket socket : List.of(anas, bos)) {
      socket.await("the last", f -> f.path("room").asLong() == room && rev(f) == end);
      long have = rev;
      for (JsonNode frame : newer(ofRoom(socket), rev)) {
        assertThat(frame.path("prev").asLong()).isEqualTo(have);
        assertThat(rev(frame)).isEqualTo(have + 1);
        have = rev(frame);
      }
      assertThat(have).isEqualTo(end);
    }
  }

  @Test
  void whoJoinsIsToldOfTheRoomAndHearsItFromThenOn() {
    long other = ana.makesRoom(Map.of("name", "other " + Names.unique()));
    bo.joins(other);
    JsonNode told = bos.awaitAdded(other);
    assertThat(bos.awaitEvent("rooms").path("userRev").asLong()).isPositive();
    assertThat(told.path("role").asText()).isEqualTo("MEMBER");
    ana.says(other, "welcome");
    assertThat(bos.awaitMessage(other, "welcome").path("prev")).isEqualTo(told.path("lastRev"));
    JsonNode seen = anas.await("member", f -> f.at("/member/user/id").asLong() == bo.id());
    assertThat(seen.path("ev").asText()).isEqualTo("member");
    assertThat(seen.at("/member/role").asText()).isEqualTo("MEMBER");
  }

  @Test
  void whoIsAddedToAPrivateRoomHearsItFromThenOn() {
    long secret = ana.makesRoom(Map.of("name", "secret", "kind", "PRIVATE"));
    ana.says(secret, "before");
    ana.api().post(members(secret), Map.of("userId", bo.id())).expect(201);
    bos.awaitAdded(secret);
    assertThat(bos.ask("sync", Map.of("room", secret)).at("/messages/0/text").asText())
        .isEqualTo("before");
    ana.says(secret, "after");
    bos.awaitMessage(secret, "after");
  }

  @Test
  void whoJoinsByPostingHearsTheirOwnMessage() {
    long other = ana.makesRoom();
    bos.ask("send", Map.of("room", other, "cid", "c", "text", "let me in"));
    bos.awaitAdded(other);
    bos.awaitMessage(other, "let me in");
    assertThat(ofRoom(anas, other).stream().map(f -> f.path("ev").asText()).toList())
        .isSubsetOf("member", "message");
    anas.awaitMessage(other, "let me in");
  }

  @Test
  void whoMakesARoomHearsIt() {
    long other = ana.makesRoom(Map.of("name", "m " + Names.unique(), "members", List.of(bo.id())));
    for (ChatSocket socket : List.of(anas, bos)) {
      socket.awaitAdded(other);
    }
    ana.says(other, "first");
    anas.awaitMessage(other, "first");
    bos.awaitMessage(other, "first");
  }

  @Test
  void aPublicRoomIsReadButNotHeardWithoutJoining() {
    long other = ana.makesRoom();
    ana.says(other, "to be read");
    assertThat(bos.ask("history", Map.of("room", other)).at("/messages/0/text").asText())
        .isEqualTo("to be read");
    ana.says(other, "not to be heard");
    ana.says(room, "afterwards");
    bos.awaitMessage(room, "afterwards");
    assertThat(ofRoom(bos, other)).isEmpty();
  }

  @Test
  void aNewHeadIsHeardByAll() {
    long rev = rev();
    String name = "renamed " + Names.unique();
    ana.api().patch(room(room), Map.of("name", name)).expect(200);
    for (ChatSocket socket : List.of(anas, bos)) {
      JsonNode frame = socket.await("room", f -> f.at("/head/name").asText().equals(name));
      assertThat(frame.path("ev").asText()).isEqualTo("room");
      assertThat(frame.path("prev").asLong()).isEqualTo(rev);
      assertThat(frame.at("/head/kind").asText()).isEqualTo("PUBLIC");
      assertThat(frame.at("/head/archived").asBoolean(true)).isFalse();
    }
  }

  @Test
  void archivingIsHeardByAll() {
    ana.api().delete(room(room)).expect(204);
    bos.await("room", f -> f.path("room").asLong() == room && f.at("/head/archived").asBoolean());
    JsonNode problem = bos.askAndFail("send", Map.of("room", room, "cid", "c", "text", "t"));
    assertThat(problem.path("code").asText()).isEqualTo("room_archived");
  }

  @Test
  void aNewRoleIsHeardByAllAndToldToItsHolder() {
    ana.api().patch(member(room, bo), Map.of("role", "MODERATOR")).expect(200);
    JsonNode frame = anas.await("member", f -> f.at("/member/role").asText().equals("MODERATOR"));
    assertThat(frame.at("/member/user/id").asLong()).isEqualTo(bo.id());
    bos.awaitListed(room, entry -> entry.path("role").asText().equals("MODERATOR"));
  }

  @Test
  void whatIReadIsToldToMyOtherConnections() {
    try (ChatSocket phone = bo.online()) {
      ana.says(room, "news");
      bos.ask("read", Map.of("room", room, "seq", 1));
      JsonNode frame = phone.awaitEvent("read");
      assertThat(frame.path("room").asLong()).isEqualTo(room);
      assertThat(frame.path("user").asLong()).isEqualTo(bo.id());
      assertThat(frame.path("seq").asLong()).isEqualTo(1);
      assertThat(frame.has("rev")).isFalse();
      ana.says(room, "more news");
      bo.api().put(read(room), Map.of("seq", 2)).expect(204);
      phone.await("read", f -> f.path("ev").asText().equals("read") && f.path("seq").asLong() == 2);
    }
  }

  @Test
  void whatIsRefusedIsAnsweredByTheSameProblemAsOverHttp() {
    JsonNode overHttp = ana.api().post(messages(room), Map.of("text", " ")).expect(400).json();
    assertThat(anas.askAndFail("send", Map.of("room", room, "cid", "c", "text", " ")))
        .isEqualTo(overHttp);
  }

  @Test
  void whoHasNoRoomOrNoNumberIsToldWhichFieldIsMissing() {
    assertMissing("room", "send", Map.of("cid", "c", "text", "t"));
    assertMissing("room", "read", Map.of("seq", 1));
    assertMissing("room", "sync", Map.of());
    assertMissing("room", "history", Map.of());
    assertMissing("seq", "read", Map.of("room", room));
  }

  private void assertMissing(String field, String op, Map<String, ?> fields) {
    JsonNode problem = anas.askAndFail(op, fields);
    assertThat(problem.path("code").asText()).isEqualTo("invalid_input");
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/errors/0/code").asText()).isEqualTo("not_null");
  }

  private List<JsonNode> ofRoom(ChatSocket socket) {
    return ofRoom(socket, room);
  }

  private static List<JsonNode> ofRoom(ChatSocket socket, long id) {
    return socket.frames().stream()
        .filter(frame -> frame.path("room").asLong() == id && frame.has("rev"))
        .toList();
  }

  /** Without those that a greeting had told already: another node may tell of them later. */
  private static List<JsonNode> newer(List<JsonNode> frames, long greeted) {
    return frames.stream().filter(frame -> rev(frame) > greeted).toList();
  }

  private static long rev(JsonNode frame) {
    return frame.path("rev").asLong();
  }

  private long rev() {
    return ana.api().get(room(room)).expect(200).json().path("lastRev").asLong();
  }
}
