package dev.parley.realtime;

import static dev.parley.testing.Paths.member;
import static dev.parley.testing.Paths.room;
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
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client is told when it comes, and when it comes back. */
@ParleyTest
class HelloIT {
  private final Person ana;
  private final Person newcomer;
  private long room;

  HelloIT(People people) {
    this.ana = people.ana();
    this.newcomer = people.newcomer();
  }

  @BeforeEach
  void joinARoom() {
    room = ana.makesRoom();
    ana.says(room, "before I came");
    newcomer.joins(room);
    ana.says(room, "unread");
  }

  @Test
  void whoComesIsToldWhoTheyAreAndWhatHolds() {
    JsonNode hello = hello(Map.of("client", "test"));
    assertThat(hello.at("/user/id").asLong()).isEqualTo(newcomer.id());
    assertThat(hello.at("/user/name").asText()).isEqualTo(newcomer.username());
    assertThat(hello.at("/user/role").asText()).isEqualTo("USER");
    assertThat(hello.path("epoch").asText()).isNotBlank();
    assertThat(hello.path("userRev").asLong()).isPositive();
    assertThat(hello.path("heartbeat").asLong()).isEqualTo(25_000);
    assertThat(hello.at("/limits/textLength").asInt()).isEqualTo(10_000);
    assertThat(hello.at("/limits/frameBytes").asInt()).isEqualTo(65_536);
    assertThat(hello.has("next")).isFalse();
  }

  @Test
  void whoHoldsNothingGetsEachRoomWithItsNewestPage() {
    JsonNode entry = entry(hello(Map.of()));
    JsonNode details = newcomer.api().get(room(room)).json();
    for (String field : List.of("id", "kind", "name", "createdAt", "lastSeq", "lastRev", "role")) {
      assertThat(entry.path(field)).as(field).isEqualTo(details.path(field));
    }
    assertThat(entry.path("readSeq").asLong()).isEqualTo(1);
    assertThat(entry.path("unread").asInt()).isEqualTo(1);
    assertThat(entry.path("reset").asBoolean()).isTrue();
    assertThat(entry.path("messages")).isEqualTo(details.path("messages"));
    assertThat(entry.path("upTo")).isEqualTo(details.path("lastRev"));
    assertThat(entry.has("changes")).isFalse();
  }

  @Test
  void whoComesBackGetsWhatTheyMissed() {
    JsonNode first = hello(Map.of());
    long have = entry(first).path("upTo").asLong();
    ana.says(room, "while I was away");
    JsonNode entry = entry(hello(held(first, have)));
    assertThat(entry.has("reset")).isFalse();
    assertThat(entry.path("changes")).hasSize(1);
    assertThat(entry.at("/changes/0/ev").asText()).isEqualTo("message");
    assertThat(entry.at("/changes/0/prev").asLong()).isEqualTo(have);
    assertThat(entry.at("/changes/0/m/text").asText()).isEqualTo("while I was away");
    assertThat(entry.path("upTo")).isEqualTo(entry.path("lastRev"));
  }

  @Test
  void whoMissedNothingGetsNothing() {
    JsonNode first = hello(Map.of());
    JsonNode entry = entry(hello(held(first, entry(first).path("upTo").asLong())));
    assertThat(entry.path("changes")).isEmpty();
    assertThat(entry.has("reset")).isFalse();
  }

  @Test
  void anotherEpochStartsAnew() {
    long have = entry(hello(Map.of())).path("upTo").asLong();
    for (Map<String, Object> resume :
        List.of(
            Map.<String, Object>of("epoch", "another", "rooms", Map.of(room, have)),
            Map.<String, Object>of("rooms", Map.of(room, have)))) {
      JsonNode entry = entry(hello(resume));
      assertThat(entry.path("reset").asBoolean()).isTrue();
      assertThat(entry.path("messages")).hasSize(2);
    }
  }

  @Test
  void aRevFromTheFutureStartsAnew() {
    JsonNode first = hello(Map.of());
    JsonNode entry = entry(hello(held(first, entry(first).path("upTo").asLong() + 1)));
    assertThat(entry.path("reset").asBoolean()).isTrue();
  }

  @Test
  void moreThanFiveHundredMissedStartAnew() {
    JsonNode first = hello(Map.of());
    long have = entry(first).path("upTo").asLong();
    Together.run(
        10,
        i -> {
          for (int j = 0; j < 50; j++) {
            ana.says(room, "message " + i + "." + j);
          }
          return i;
        });
    assertThat(entry(hello(held(first, have))).path("changes")).hasSize(500);
    ana.says(room, "one more");
    JsonNode entry = entry(hello(held(first, have)));
    assertThat(entry.path("reset").asBoolean()).isTrue();
    assertThat(entry.path("messages")).hasSize(50);
  }

  @Test
  void aRoomThatIsNoLongerMineIsGone() {
    JsonNode first = hello(Map.of());
    long have = entry(first).path("upTo").asLong();
    newcomer.api().delete(member(room, newcomer)).expect(204);
    JsonNode hello = hello(held(first, have));
    assertThat(hello.path("gone")).extracting(JsonNode::asLong).containsExactly(room);
    assertThat(hello.path("rooms")).isEmpty();
  }

  @Test
  void ofMoreThanFiveHundredRoomsEachIsAnswered() {
    JsonNode first = hello(Map.of());
    long have = entry(first).path("upTo").asLong();
    ana.says(room, "while I was away");
    var held = new TreeMap<Long, Long>();
    LongStream.range(900_000, 900_600).forEach(id -> held.put(id, 1L));
    held.put(room, have);
    JsonNode hello = hello(Map.of("epoch", first.path("epoch").asText(), "rooms", held));
    assertThat(hello.path("gone")).hasSize(600);
    assertThat(entry(hello).path("changes")).hasSize(1);
  }

  @Test
  void whoNamesTooManyRoomsIsToldSoAndComesInWithFewer() {
    var held = new TreeMap<Long, Long>();
    LongStream.rangeClosed(1, 1_001).forEach(id -> held.put(id, 1L));
    try (ChatSocket socket = newcomer.socket()) {
      JsonNode problem = socket.askAndFail("hello", Map.of("rooms", held));
      assertThat(problem.path("code").asText()).isEqualTo("invalid_input");
      assertThat(problem.at("/errors/0/field").asText()).isEqualTo("rooms");
      held.remove(1L);
      assertThat(socket.ask("hello", Map.of("rooms", held)).path("rooms")).hasSize(1);
    }
  }

  @Test
  void onlyTheFiftyRoomsLastActiveAreToldAndTheRestCanBeListed() {
    makeFiftyRooms();
    JsonNode hello = hello(Map.of());
    assertThat(hello.path("rooms")).hasSize(50);
    assertThat(Json.ids(hello.path("rooms"))).doesNotContain(room);
    String cursor = hello.path("next").asText();
    JsonNode listed =
        newcomer
            .api()
            .get("/api/chat/rooms?joined=true&limit=200&cursor=" + cursor)
            .expect(200)
            .json();
    assertThat(Json.ids(listed.path("rooms"))).contains(room).hasSize(51);
  }

  @Test
  void roomsBeyondTheFiftyAreHeardTooAndResumed() {
    makeFiftyRooms();
    try (ChatSocket socket = newcomer.socket()) {
      JsonNode hello = socket.ask("hello", Map.of());
      long rev = newcomer.api().get(room(room)).json().path("lastRev").asLong();
      ana.says(room, "from far down");
      assertThat(socket.awaitMessage(room, "from far down").path("prev").asLong()).isEqualTo(rev);
      makeFiftyRooms(); // so that the room is none of the fifty again
      assertThat(entry(hello(held(hello, rev))).path("changes")).hasSize(1);
    }
  }

  @Test
  void helloIsSaidOnce() {
    try (ChatSocket socket = newcomer.online()) {
      assertThat(socket.askAndFail("hello", Map.of()).path("code").asText())
          .isEqualTo("bad_request");
      assertThat(socket.ask("sync", Map.of("room", room)).has("upTo")).isTrue();
    }
  }

  @Test
  void noFrameOfARoomComesBeforeTheReplyThatOpensIt() {
    var writers = java.util.concurrent.Executors.newFixedThreadPool(2);
    var going = new java.util.concurrent.atomic.AtomicBoolean(true);
    try {
      for (int i = 0; i < 2; i++) {
        writers.execute(
            () -> {
              while (going.get()) {
                ana.says(room, "on and on");
              }
            });
      }
      for (int i = 0; i < 20; i++) {
        try (ChatSocket socket = newcomer.socket()) {
          JsonNode hello = socket.ask("hello", Map.of());
          long have = entry(hello).path("upTo").asLong();
          socket.await("what comes next", frame -> frame.path("rev").asLong() > have);
          assertThat(socket.frames().get(0).has("ok")).isTrue();
          JsonNode frame = socket.awaitEvent("message");
          assertThat(frame.path("prev").asLong()).isLessThanOrEqualTo(have);
          assertThat(frame.path("rev").asLong()).isLessThanOrEqualTo(have + 1);
        }
      }
    } finally {
      going.set(false);
      writers.shutdown();
    }
  }

  private void makeFiftyRooms() {
    for (int i = 0; i < 50; i++) {
      newcomer.makesRoom(Map.of("name", "many " + Names.unique(), "kind", "PRIVATE"));
    }
  }

  private JsonNode hello(Map<String, ?> fields) {
    try (ChatSocket socket = newcomer.socket()) {
      return socket.ask("hello", fields);
    }
  }

  private Map<String, Object> held(JsonNode hello, long have) {
    return Map.of("epoch", hello.path("epoch").asText(), "rooms", Map.of(room, have));
  }

  private JsonNode entry(JsonNode hello) {
    for (JsonNode entry : hello.path("rooms")) {
      if (entry.path("id").asLong() == room) {
        return entry;
      }
    }
    throw new AssertionError("not told of room " + room + ": " + hello);
  }
}
