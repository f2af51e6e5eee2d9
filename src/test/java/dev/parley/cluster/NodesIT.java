package dev.parley.cluster;

import static dev.parley.testing.ChatSocket.presence;
import static dev.parley.testing.Paths.TICKETS;
import static dev.parley.testing.Paths.members;
import static dev.parley.testing.Paths.messages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Eventually;
import dev.parley.testing.Nodes;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.Readiness;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.Together;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one of three nodes does, the others know. They started at once on an empty database. */
class NodesIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final int TIMES = 100;
  private static final Readiness UP = new Readiness(200, "UP");

  private static PostgresServer database;
  private static Nodes nodes;

  private Person ana;
  private Person bo;
  private long room;

  @BeforeAll
  static void start() {
    database = PostgresServer.start();
    var options = ServerOptions.unlimited().with("parley.limits.sign-in", "5");
    nodes = Nodes.start(3, database, options);
  }

  @AfterAll
  static void stop() {
    nodes.close();
    database.close();
    nodes.assertDiscretion();
  }

  @BeforeEach
  void meet() {
    ana = new People(nodes.get(0)).newcomer();
    bo = new People(nodes.get(1)).newcomer();
    room = ana.makesRoom(Map.of("name", "private", "kind", "PRIVATE"));
    ana.api().post(members(room), Map.of("userId", bo.id())).expect(201);
  }

  @Test
  void whatIsSaidAtOneNodeIsHeardAtEveryOther() {
    try (ChatSocket anas = ana.online();
        ChatSocket bos = bo.online();
        ChatSocket third = bo.by(nodes.get(2)).online()) {
      anas.ask("send", Map.of("room", room, "cid", "c1", "text", "by a socket"));
      bos.awaitMessage(room, "by a socket");
      third.awaitMessage(room, "by a socket");
      bo.says(room, "over HTTP");
      anas.awaitMessage(room, "over HTTP");
      third.awaitMessage(room, "over HTTP");
    }
  }

  @Test
  void oneClientIdAtTwoNodesAtOnceIsOneMessage() {
    for (int i = 0; i < TIMES; i++) {
      Map<String, ?> message = Map.of("text", "twice", "cid", "twice-" + i);
      List<Answer> answers =
          Together.run(2, at -> ana.by(nodes.get(at)).api().post(messages(room), message));
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 201);
      assertThat(answers.get(0).json()).isEqualTo(answers.get(1).json());
    }
    assertThat(ana.history(room, 0))
        .extracting(m -> m.path("seq").asInt())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, TIMES).boxed().toList());
  }

  @Test
  void aTicketIsGoodOnceWhicheverNodeItReaches() {
    for (int i = 0; i < 10; i++) {
      String ticket = ana.api().post(TICKETS).expect(200).json().path("ticket").asText();
      List<Integer> opened = Together.run(3, at -> statusOf(ticket, nodes.get(at)));
      assertThat(opened).containsExactlyInAnyOrder(101, 401, 401);
    }
  }

  private static int statusOf(String ticket, ParleyServer node) {
    var opening = ChatSocket.to(node.address()).origin(node.address());
    try (ChatSocket socket = opening.protocols("parley.v1", "ticket." + ticket).open()) {
      return socket.isOpen() ? 101 : 0;
    } catch (ChatSocket.RefusedException refused) {
      return refused.status();
    }
  }

  @Test
  void aSessionThatIsEndedAtOneNodeIsOverAtTheOthers() {
    Person elsewhere = bo.by(nodes.get(2));
    try (ChatSocket bos = bo.online();
        ChatSocket third = elsewhere.online()) {
      bo.by(nodes.get(0)).api().post("/api/logout").expect(204);
      assertThat(bos.awaitClose(AT_ONCE)).isEqualTo(4401);
      assertThat(third.awaitClose(AT_ONCE)).isEqualTo(4401);
      elsewhere.api().get("/api/users/me").expect(401);
    }
  }

  @Test
  void whoeverIsRemovedAtOneNodeHearsNoMoreAtAnother() {
    try (ChatSocket bos = bo.online()) {
      ana.api().delete(members(room) + "/" + bo.id()).expect(204);
      bos.awaitGone(room, AT_ONCE);
      ana.says(room, "between us");
      bo.by(nodes.get(2)).api().get(messages(room)).expect(404);
      assertThat(bos.frames()).noneMatch(f -> f.at("/m/text").asText().equals("between us"));
    }
  }

  @Test
  void whoeverIsLetInAtOneNodeHearsTheRoomAtAnother() {
    Person cy = new People(nodes.get(2)).newcomer();
    try (ChatSocket cys = cy.online()) {
      ana.api().post(members(room), Map.of("userId", cy.id())).expect(201);
      cys.awaitEvent("rooms");
      bo.says(room, "welcome");
      cys.awaitMessage(room, "welcome");
    }
  }

  @Test
  void whoIsHereIsKnownEverywhere() {
    try (ChatSocket anas = ana.online()) {
      ChatSocket bos = bo.online();
      anas.awaitNext("bo is here", presence(bo, "online"));
      bos.awaitNext("ana is here", presence(ana, "online"));
      bos.close();
      anas.awaitNext("bo has gone", presence(bo, "offline"));
    }
  }

  @Test
  void whatIsOfTheMomentIsHeardEverywhere() {
    try (ChatSocket anas = ana.online();
        ChatSocket bos = bo.online();
        ChatSocket bosOther = bo.by(nodes.get(2)).online()) {
      anas.send("typing", Map.of("room", room));
      assertThat(bos.awaitEvent("typing").path("user").asLong()).isEqualTo(ana.id());
      ana.says(room, "read this");
      bos.ask("read", Map.of("room", room, "seq", 1));
      assertThat(bosOther.awaitEvent("read").path("seq").asLong()).isEqualTo(1);
      bo.api().patch("/api/users/me", Map.of("displayName", "Bo the Second")).expect(200);
      anas.await("the new name", f -> f.at("/user/name").asText().equals("Bo the Second"));
    }
  }

  @Test
  void whoeverWaitsOverHttpIsToldOfWhatAnotherNodeStored() {
    long rev = ana.api().get("/api/chat/rooms/" + room).expect(200).json().path("lastRev").asLong();
    var waiting = new FutureTask<>(() -> waitFor(rev));
    new Thread(waiting, "waiting").start();
    ana.says(room, "at last");
    JsonNode changes = Together.result(waiting);
    assertThat(changes.at("/changes/0/m/text").asText()).isEqualTo("at last");
  }

  private JsonNode waitFor(long rev) {
    String path = "/api/chat/rooms/" + room + "/changes?wait=20&since=" + rev;
    return bo.by(nodes.get(2)).api().get(path).expect(200).json();
  }

  @Test
  void failedSignInsAreCountedTogether() {
    Set<Integer> answers = new HashSet<>();
    for (int i = 0; i < 6; i++) {
      Map<String, ?> wrong = Map.of("username", ana.username(), "password", "wrong " + i);
      answers.add(nodes.get(i % 3).api().post("/api/login", wrong).status());
    }
    assertThat(answers).containsExactlyInAnyOrder(401, 429);
  }

  @Test
  void theSetUpTokenWasPrintedOnce() {
    long printed =
        nodes.all().stream().filter(node -> node.startLog().contains("set-up token")).count();
    assertThat(printed).isEqualTo(1);
  }

  @Test
  void allGoesOnWhenTheDatabaseHasCutAllConnections() {
    try (ChatSocket bos = bo.online()) {
      database.execute(
          "postgres",
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'parley'");
      Eventually.holds(
          "all nodes serve, and hear each other",
          Duration.ofSeconds(20),
          () -> nodes.all().stream().allMatch(node -> Readiness.of(node).equals(UP)));
      ana.says(room, "all the same");
      bos.awaitMessage(room, "all the same");
    }
  }
}
