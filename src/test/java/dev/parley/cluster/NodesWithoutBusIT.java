package dev.parley.cluster;

import static dev.parley.testing.ChatSocket.presence;
import static dev.parley.testing.Paths.members;
import static dev.parley.testing.Paths.messages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Eventually;
import dev.parley.testing.Nodes;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.Readiness;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.Together;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes whose bus is NATS, while it is there, while it is gone, and when it is back. */
@TestMethodOrder(OrderAnnotation.class)
class NodesWithoutBusIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static PostgresServer database;
  private static NatsServer nats;
  private static Nodes nodes;

  private Person ana;
  private Person bo;
  private long room;
  private ChatSocket bos;

  @BeforeAll
  static void start() {
    database = PostgresServer.start();
    nats = NatsServer.start();
    var options = ServerOptions.unlimited().with("parley.cluster", "nats");
    nodes = Nodes.start(2, database, options.with("parley.nats.url", nats.url()));
  }

  @AfterAll
  static void stop() {
    nodes.close();
    nats.close();
    database.close();
    nodes.assertDiscretion();
  }

  @BeforeEach
  void meet() {
    ana = new People(nodes.get(0)).newcomer();
    bo = new People(nodes.get(1)).newcomer();
    room = ana.makesRoom(Map.of("name", "private", "kind", "PRIVATE"));
    ana.api().post(members(room), Map.of("userId", bo.id())).expect(201);
    bos = bo.online();
  }

  @Test
  @Order(1)
  void withTheBusTheyHearEachOther() {
    awaitBus("UP");
    ana.says(room, "by way of NATS");
    bos.awaitMessage(room, "by way of NATS");
  }

  @Test
  @Order(2)
  void withoutTheBusMessagesComeAllTheSame() {
    nats.kill();
    awaitBus("DOWN");
    for (int i = 0; i < 10; i++) {
      String text = "unheard of " + i;
      ana.says(room, text);
      bos.await(text, frame -> frame.at("/m/text").asText().equals(text), SOON);
    }
  }

  @Test
  @Order(3)
  void withoutTheBusWhoeverWaitsOverHttpIsAnsweredToo() {
    long rev = ana.api().get("/api/chat/rooms/" + room).expect(200).json().path("lastRev").asLong();
    String path = "/api/chat/rooms/" + room + "/changes?wait=20&since=" + rev;
    var waiting = new FutureTask<>(() -> bo.api().get(path).expect(200).json());
    new Thread(waiting, "waiting").start();
    LockSupport.parkNanos(AT_ONCE.toNanos()); // until it waits
    ana.says(room, "at last");
    long said = System.nanoTime();
    JsonNode changes = Together.result(waiting);
    assertThat(Duration.ofNanos(System.nanoTime() - said)).isLessThan(SOON);
    assertThat(changes.at("/changes/0/m/text").asText()).isEqualTo("at last");
  }

  @Test
  @Order(4)
  void withoutTheBusAnEndedSessionIsOverEverywhere() {
    bo.by(nodes.get(0)).api().post("/api/logout").expect(204);
    assertThat(bos.awaitClose(AT_ONCE)).isEqualTo(4401);
    bo.api().get("/api/users/me").expect(401);
  }

  @Test
  @Order(5)
  void withoutTheBusWhoeverIsRemovedHearsNoMore() {
    ana.api().delete(members(room) + "/" + bo.id()).expect(204);
    bos.awaitGone(room, AT_ONCE);
    ana.says(room, "between us");
    bo.api().get(messages(room)).expect(404);
    assertThat(bos.frames()).noneMatch(f -> f.at("/m/text").asText().equals("between us"));
  }

  @Test
  @Order(6)
  void withoutTheBusPresenceIsKnown() {
    try (ChatSocket anas = ana.online()) {
      bos.await("ana is here", presence(ana, "online"));
      bos.close();
      anas.await("bo has gone", presence(bo, "offline"));
    }
  }

  @Test
  @Order(7)
  void whenTheBusIsBackTheyHearEachOtherAgain() {
    nats.startAgain();
    awaitBus("UP");
    ana.says(room, "as before");
    bos.awaitMessage(room, "as before");
  }

  /** Whatever the bus does, the nodes are ready. */
  private static void awaitBus(String state) {
    var wanted = new Readiness(200, state);
    Eventually.holds(
        "the bus is " + state,
        PATIENCE,
        () -> nodes.all().stream().allMatch(node -> Readiness.of(node).equals(wanted)));
  }
}
