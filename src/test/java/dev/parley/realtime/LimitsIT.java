package dev.parley.realtime;

import static dev.parley.testing.Paths.changes;
import static dev.parley.testing.Paths.messages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How much is too much, on a server as it comes. */
class LimitsIT {
  private static final int BURST = 30;
  private static final int CONNECTIONS = 20;
  private static ParleyServer server;
  private static People people;

  @BeforeAll
  static void start() {
    server = ParleyServer.start(ServerOptions.defaults());
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
