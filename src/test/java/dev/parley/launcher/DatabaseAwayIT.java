package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Eventually;
import dev.parley.testing.Json;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.Paths;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.ServerOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that goes away under a server, and comes back. */
class DatabaseAwayIT {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LATER = Duration.ofSeconds(10); // several time-outs
  private static final Duration BACK = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private PostgresServer postgres;
  private ParleyServer server;
  private Person ana;
  private ChatSocket socket;
  private long room;
  private int sent;

  @BeforeEach
  void start() {
    postgres = PostgresServer.start();
    server = ParleyServer.start(postgres.with(ServerOptions.unlimited()));
    ana = new People(server).ana();
    room = ana.makesRoom();
    socket = ana.online();
    for (int i = 0; i < 20; i++) { // several connections, and code that is not cold any more
      ana.says(room, "before " + i);
      socket.ask("send", message());
    }
  }

  @AfterEach
  void stop() {
    server.close();
    postgres.close();
  }

  @Test
  void whileItIsStoppedSendsAreAnsweredAndSocketsStay() throws Exception {
    postgres.stop();
    assertAway(SOON);
    postgres.startAgain();
    assertBack();
    assertQuiet();
  }

  @Test
  void whileItStandsStillSendsAreAnsweredAndSocketsStay() throws Exception {
    postgres.pause();
    try {
      assertAway(LATER);
    } finally {
      postgres.goOn();
    }
    assertBack();
    assertQuiet();
  }

  private void assertAway(Duration patience) throws Exception {
    for (int i = 0; i < 3; i++) {
      long asked = System.nanoTime();
      assertThat(problemOfSend()).isEqualTo(503);
      assertThat(since(asked)).as("time to answer on the socket").isLessThan(patience);
      long posted = System.nanoTime();
      assertThat(post()).isEqualTo(503);
      assertThat(since(posted)).as("time to answer a request").isLessThan(patience);
    }
    assertThat(get("/api/health/live")).isEqualTo(200);
    assertThat(get("/api/health/ready")).isEqualTo(503);
    assertThat(socket.isOpen()).isTrue();
  }

  private void assertBack() {
    Eventually.holds("a message is stored", BACK, () -> problemOfSend() == 0);
    assertThat(socket.isOpen()).isTrue();
    Eventually.holds("it is ready", BACK, () -> get("/api/health/ready") == 200);
    ana.says(room, "after");
    socket.awaitMessage(room, "after");
  }

  private void assertQuiet() {
    assertThat(server.log()).doesNotContain("\tat ", PostgresServer.PASSWORD);
    assertThat(server.log().lines()).as("lines about it").hasSizeLessThan(100);
  }

  /** The status of the problem that a send on the socket is answered; 0 where it is stored. */
  private int problemOfSend() {
    long id = socket.send("send", message());
    JsonNode reply = socket.await("the reply", frame -> frame.path("re").asLong(-1) == id);
    return reply.at("/err/status").asInt();
  }

  private int post() throws IOException, InterruptedException {
    var request =
        ana.api()
            .request(Paths.messages(room))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(message())));
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private int get(String path) {
    try {
      var request = server.api().request(path).GET();
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> message() {
    sent++;
    return Map.of("room", room, "text", "text " + sent, "cid", "c" + sent);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
