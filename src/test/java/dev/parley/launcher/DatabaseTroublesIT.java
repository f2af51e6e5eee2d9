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
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that goes away under a server and comes back, or is slow. */
class DatabaseTroublesIT {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LATER = Duration.ofSeconds(10); // several time-outs
  private static final Duration BACK = Duration.ofSeconds(5);

  private static final int FLOOD = 600;

  /** Lets each transaction that stores messages take a second more to commit. */
  private static final String SLOW_COMMITS =
      """
      create or replace function wait_once() returns trigger language plpgsql as $$
      begin
        if current_setting('parley.waited', true) is distinct from 'yes' then
          perform set_config('parley.waited', 'yes', true), pg_sleep(1);
        end if;
        return null;
      end $$;
      create constraint trigger slow after insert on messages deferrable initially deferred
        for each row execute function wait_once();
      """;

  private static PostgresServer postgres;
  private static String database;
  private static ParleyServer server;
  private static Person ana;
  private static long room;
  private static ChatSocket socket;
  private static int sent;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start() {
    postgres = PostgresServer.start();
    database = postgres.createDatabase();
    server = ParleyServer.start(postgres.with(ServerOptions.unlimited(), database));
    ana = new People(server).ana();
    room = ana.makesRoom();
    socket = ana.online();
    for (int i = 0; i < 20; i++) { // several connections, and code that is not cold any more
      ana.says(room, "before " + i);
      socket.ask("send", message());
    }
  }

  @AfterAll
  static void stop() {
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

  @Test
  void whileCommitsTakeASecondTheRestGoesOn() throws Exception {
    long flooded = ana.makesRoom();
    long other = ana.makesRoom(); // in the next lane
    postgres.execute(database, SLOW_COMMITS);
    try (var pulse = new Pulse(server)) {
      List<CompletableFuture<Integer>> posts = flood(flooded);
      long asked = System.nanoTime();
      socket.ask("send", Map.of("room", other, "text", "beside", "cid", "beside"));
      assertThat(since(asked)).as("time to send beside it").isLessThan(LATER);
      assertThat(ana.history(room, 0)).as("reading").isNotEmpty();
      Map<Integer, Long> answers =
          posts.stream()
              .map(CompletableFuture::join)
              .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
      assertThat(pulse.statuses()).as("it lives").isNotEmpty().containsOnly(200);
      assertThat(answers.keySet()).as("stored, or too many at once").isSubsetOf(201, 503);
      assertThat(ana.history(flooded, 0)).hasSize(answers.get(201).intValue());
    } finally {
      postgres.execute(database, "drop trigger slow on messages");
    }
    assertBack();
  }

  /** Posts what takes the lane three transactions and more, each on a connection of its own. */
  private List<CompletableFuture<Integer>> flood(long flooded) {
    return IntStream.range(0, FLOOD).mapToObj(i -> postSoon(flooded)).toList();
  }

  private CompletableFuture<Integer> postSoon(long into) {
    return http.sendAsync(posting(into), BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
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
    return http.send(posting(room), BodyHandlers.discarding()).statusCode();
  }

  private HttpRequest posting(long into) {
    return ana.api()
        .request(Paths.messages(into))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Json.write(message())))
        .build();
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

  private static Map<String, Object> message() {
    sent++;
    return Map.of("room", room, "text", "text " + sent, "cid", "c" + sent);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
