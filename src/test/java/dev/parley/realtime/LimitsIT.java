package dev.parley.realtime;

import static dev.parley.testing.Paths.changes;
import static dev.parley.testing.Paths.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.Paths;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How much is too much, on a server as it comes. */
class LimitsIT {
  private static final int BURST = 30;
  private static final int CONNECTIONS = 20;
  private static final int CHANGES = 30;
  private static final int TICKETS = 120;
  private static final String ROOMS = "/api/chat/rooms";
  private static final String TOO_MANY_ROOMS = "too_many_rooms";
  private static final String TOO_MANY_REQUESTS = "too_many_requests";
  private static ParleyServer server;
  private static People people;

  @BeforeAll
  static void start() {
    server =
        ParleyServer.start(
            ServerOptions.defaults()
                .with("parley.limits.rooms-created", "3")
                .with("parley.limits.rooms-joined", "3")
                .with("parley.limits.membership-changes", "10")
                .with("parley.limits.renames", "3")
                .with("parley.limits.links", "3")
                .with("parley.limits.sessions", "3"));
    people = new People(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void afterABurstOfThirtyMessagesThereAreTenASecond() {
    Person ana = people.newcomer();
    long room = ana.makesRoom();
    long start = System.nanoTime();
    var refused = new ArrayList<Answer>();
    int stored = 0;
    while (refused.isEmpty()) {
      Answer answer = ana.api().post(messages(room), Map.of("text", "flood"));
      if (answer.expectAnyOf(201, 429) == 429) {
        refused.add(answer);
      } else {
        stored++;
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(stored).isBetween(BURST, BURST + (int) (10 * seconds) + 1);
    JsonNode problem = refused.get(0).expectProblem(429, "too_many_requests");
    assertThat(problem.path("retryAfterMs").asLong()).isBetween(1L, 100L);
    assertThat(refused.get(0).header("Retry-After")).contains("1");
    assertThat(ana.api().get("/api/chat/rooms/" + room).json().path("lastSeq").asInt())
        .isEqualTo(stored);
  }

  @Test
  void asManyRequestsWaitAsOneMayHaveSockets() {
    Person ana = people.newcomer();
    long room = ana.makesRoom();
    String path = changes(room, ana.says(room, "so far").path("rev").asLong());
    var refused = new CountDownLatch(1);
    List<Integer> statuses =
        Together.run(
            CONNECTIONS + 2,
            i -> {
              if (i == 0) {
                awaitZero(refused);
                return ana.says(room, "wake up").path("seq").asInt();
              }
              int status = ana.api().get(path + "&wait=25").expectAnyOf(200, 429);
              if (status == 429) {
                refused.countDown();
              }
              return status;
            });
    assertThat(statuses).containsOnly(2, 200, 429).containsOnlyOnce(429);
    ana.api().get(path + "&wait=1").expect(200);
  }

  @Test
  void theSocketCountsTheSameAndLosesNothing() {
    Person ana = people.newcomer();
    long room = ana.makesRoom();
    try (ChatSocket socket = ana.online()) {
      var outcomes = new HashMap<String, Integer>();
      for (int i = 0; i < 5 * BURST; i++) {
        long id = socket.send("send", Map.of("room", room, "cid", "c" + i, "text", "flood"));
        JsonNode reply = socket.awaitReply(id);
        if (reply.has("err")) {
          assertThat(reply.at("/err/code").asText()).isEqualTo("too_many_requests");
          assertThat(reply.at("/err/retryAfterMs").asLong()).isPositive();
        }
        outcomes.merge(reply.has("ok") ? "ok" : "wait", 1, Integer::sum);
      }
      assertThat(outcomes.get("ok")).isGreaterThanOrEqualTo(BURST);
      assertThat(outcomes.get("wait")).isPositive();
      assertThat(ana.api().get("/api/chat/rooms/" + room).json().path("lastSeq").asInt())
          .isEqualTo(outcomes.get("ok"));
    }
  }

  @Test
  void nobodyElseIsHeldUp() {
    Person ana = people.newcomer();
    Person bo = people.newcomer();
    long room = ana.makesRoom();
    for (int i = 0; i < 2 * BURST; i++) {
      ana.api().post(messages(room), Map.of("text", "flood")).expectAnyOf(201, 429);
    }
    bo.says(room, "heard all the same");
  }

  @Test
  void theTwentyFirstConnectionIsClosedAndTheOthersStay() {
    Person ana = people.newcomer();
    List<ChatSocket> sockets = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      sockets.add(ana.online());
    }
    try (ChatSocket tooMany = ana.socket()) {
      assertThat(tooMany.awaitClose()).isEqualTo(4409);
    }
    long room = ana.makesRoom();
    ana.says(room, "to all");
    sockets.forEach(socket -> socket.awaitMessage(room, "to all"));
    sockets.remove(0).cut();
    assertThat(comesInAgain(ana)).isTrue();
    sockets.forEach(ChatSocket::close);
  }

  @Test
  void editsDeletionsAndReactionsCountTogetherOnBothWays() {
    Person ana = people.newcomer();
    long room = ana.makesRoom();
    long seq = ana.says(room, "as it was").path("seq").asLong();
    String reaction = Paths.message(room, seq) + "/reactions/%F0%9F%91%8D";
    try (ChatSocket socket = ana.online()) {
      JsonNode problem = refusedAt(CHANGES, i -> ana.api().put(reaction, "{}"));
      assertThat(problem.path("retryAfterMs").asLong()).isBetween(1L, 100L);
      for (int i = 0; i < 10 * BURST; i++) {
        var edit = Map.of("room", room, "seq", seq, "text", "edit " + i);
        JsonNode reply = socket.awaitReply(socket.send("edit", edit));
        if (reply.has("err")) {
          assertThat(reply.at("/err/code").asText()).isEqualTo("too_many_requests");
          assertThat(reply.at("/err/retryAfterMs").asLong()).isPositive();
          return;
        }
      }
    }
    fail("no edit was refused");
  }

  @Test
  void aChangeThatIsRefusedChangesNothing() {
    Person ana = people.newcomer();
    long room = ana.makesRoom();
    long seq = ana.says(room, "as it was").path("seq").asLong();
    String message = Paths.message(room, seq);
    Set<String> asked = new HashSet<>();
    refusedAt(
        CHANGES,
        i -> {
          String text = "edit " + i;
          Answer answer = ana.api().patch(message, Map.of("text", text));
          if (answer.status() == 429) {
            JsonNode now = ana.api().get(message).expect(200).json();
            assertThat(asked).contains(now.path("text").asText()).doesNotContain(text);
          }
          asked.add(text);
          return answer;
        });
  }

  @Test
  void readMarkersAreCounted() {
    Person ana = people.newcomer();
    long room = ana.makesRoom();
    refusedAt(CHANGES, i -> ana.api().put(Paths.read(room), Map.of("seq", 0)));
  }

  @Test
  void noMoreRoomsAreMadeThanMayBe() {
    Person ana = people.newcomer();
    JsonNode problem = refusedAt(3, i -> ana.api().post(ROOMS, room()));
    assertThat(problem.path("retryAfterMs").asLong()).isBetween(1L, 8 * 3_600_000L);
    assertThat(ana.api().get(ROOMS + "?joined=true").json().path("rooms")).hasSize(3);
  }

  @Test
  void nobodyIsInMoreRoomsThanMayBe() {
    Person ana = people.newcomer();
    Person bo = people.newcomer();
    long full = ana.makesRoom();
    ana.makesRoom();
    ana.makesRoom();
    long room = bo.makesRoom();
    var text = Map.of("text", "let me in");
    ana.api().post(messages(room), text).expectProblem(409, TOO_MANY_ROOMS);
    ana.api().post(Paths.members(room), Map.of()).expectProblem(409, TOO_MANY_ROOMS);
    var added = Map.of("userId", ana.id());
    bo.api().post(Paths.members(room), added).expectProblem(409, TOO_MANY_ROOMS);
    var with = Map.of("name", "room " + Names.unique(), "members", List.of(ana.id()));
    bo.api().post(ROOMS, with).expectProblem(409, TOO_MANY_ROOMS);
    try (ChatSocket socket = ana.online()) {
      long id = socket.send("send", Map.of("room", room, "cid", "c", "text", "let me in"));
      assertThat(socket.awaitReply(id).at("/err/code").asText()).isEqualTo(TOO_MANY_ROOMS);
    }
    assertThat(bo.api().get(Paths.room(room)).json().path("lastSeq").asInt()).isZero();
    ana.api().delete(Paths.member(full, ana)).expect(204);
    ana.says(room, "there is room again");
  }

  @Test
  void peopleArePutIntoRoomsAndTakenOutSoOften() {
    Person ana = people.newcomer();
    Person bo = people.newcomer();
    long room = ana.makesRoom();
    refusedAt(
        9,
        i ->
            i % 2 == 0
                ? ana.api().post(Paths.members(room), Map.of("userId", bo.id()))
                : ana.api().delete(Paths.member(room, bo)));
    bo.joins(room);
  }

  @Test
  void peopleAndRoomsAreRenamedSoOften() {
    Person ana = people.newcomer();
    long room = ana.makesRoom();
    ana.api().patch(Paths.room(room), Map.of("description", "one")).expect(200);
    refusedAt(2, i -> ana.api().patch("/api/users/me", Map.of("displayName", "Ana " + i)));
    assertThat(ana.api().get("/api/users/me").json().path("displayName").asText())
        .isEqualTo("Ana 1");
    ana.api().delete(Paths.room(room)).expectProblem(429, TOO_MANY_REQUESTS);
  }

  @Test
  void peopleAndRoomsAreLookedForSoOften() {
    Person ana = people.newcomer();
    refusedAt(CHANGES, i -> ana.api().get("/api/users?query=x" + i));
    Person bo = people.newcomer();
    refusedAt(CHANGES, i -> bo.api().get(ROOMS + "?query=x" + i));
    bo.api().get(ROOMS).expect(200);
  }

  @Test
  void ticketsAreMadeSoOften() {
    Person ana = people.newcomer();
    int most = TICKETS + 10; // two come back in a second
    refusedAt(TICKETS, most, i -> ana.api().post("/api/realtime/tickets"));
  }

  @Test
  void administratorsMakeLinksSoOften() {
    Person admin = people.admin();
    refusedAt(3, i -> admin.api().post("/api/admin/invitations"));
    String link = "/api/admin/users/" + admin.id() + "/password-link";
    admin.api().post(link).expectProblem(429, TOO_MANY_REQUESTS);
  }

  @Test
  void theDeviceThatWasNotUsedForLongestIsSignedOut() {
    Person ana = people.newcomer();
    Person second = ana.onAnotherDevice();
    Person third = ana.onAnotherDevice();
    Person fourth = ana.onAnotherDevice();
    ana.api().get("/api/users/me").expectProblem(401, "unauthorized");
    List.of(second, third, fourth).forEach(one -> one.api().get("/api/users/me").expect(200));
  }

  private static Map<String, String> room() {
    return Map.of("name", "room " + Names.unique());
  }

  private static JsonNode refusedAt(int free, IntFunction<Answer> act) {
    return refusedAt(free, free + BURST * 10, act);
  }

  /** As many go through as are free, perhaps some more that came back meanwhile; then it is 429. */
  private static JsonNode refusedAt(int free, int most, IntFunction<Answer> act) {
    for (int done = 0; done <= most; done++) {
      Answer answer = act.apply(done);
      if (answer.status() == 429) {
        assertThat(done).isGreaterThanOrEqualTo(free);
        JsonNode problem = answer.expectProblem(429, TOO_MANY_REQUESTS);
        assertThat(problem.path("retryAfterMs").asLong()).isPositive();
        return problem;
      }
      assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
    }
    return fail("none was refused");
  }

  /** The server notices a lost connection a moment later. */
  private static boolean comesInAgain(Person person) {
    long end = System.nanoTime() + 5_000_000_000L;
    while (System.nanoTime() < end) {
      try (ChatSocket socket = person.socket()) {
        if (socket.awaitReply(socket.send("hello", Map.of())).has("ok")) {
          return true;
        }
      } catch (AssertionError closed) {
        // not yet
      }
    }
    return false;
  }

  private static void awaitZero(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).as("one is refused").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
