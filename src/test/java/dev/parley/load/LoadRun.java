package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.testing.Paths;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The scenarios, on one server that begins with an empty data folder. How fast it is depends on the
 * machine; that nothing is doubled or out of order does not, and is asserted. A rate at which
 * something is lost is too high: what a reader does not take in time is told by asking again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf("dev.parley.load.Plan#asksForOneNode")
class LoadRun {
  private static final int SMALL = Plan.MEMBERS_OF_A_SMALL_ROOM;
  private static final int READERS = 100; // of the large room, beside those who do not read
  private static final int ASKING = 16; // connections that use HTTP
  private static final int SPARE_DESCRIPTORS = 1_000; // what the server opens besides sockets
  private static final String PASSWORD = "correct horse battery staple";

  private final Plan plan = Plan.told();
  private final Table table = Table.ofThisRun();
  private final People people = new People();
  private ServerUnderLoad server;
  private List<String> tokens;

  @BeforeAll
  void startWithPeople() throws SQLException {
    server = new ServerUnderLoad(plan);
    for (int i = 0; i < 2; i++) {
      server
          .api()
          .post("/api/register", Map.of("username", "signer" + i, "password", PASSWORD))
          .expect(201);
    }
    server.stop();
    var sizes = new ArrayList<>(Collections.nCopies(plan.rooms(), SMALL));
    sizes.add(0, plan.members());
    people.write(server.data(), sizes);
    server.startAgain();
    tokens = people.tokens(server.api());
  }

  @AfterAll
  void tell() throws IOException {
    server.close();
    table.publish();
  }

  @Test
  @Order(1)
  void oneLargeRoom() throws IOException {
    assumeTrue(plan.asksFor("large"));
    try (var loop = new Loop()) {
      List<Seat> seats = largeRoom();
      List<Seat> writers = seats.subList(0, plan.writers());
      var crowd = crowd(loop, seats, writers, plan.members());
      warmUp(crowd, 20);
      String room = "one room of %,d members".formatted(plan.members());
      table.add(room + ", highest rate", highest(crowd, 100));
      table.add(room + ", 20 messages/s", measure(crowd, 20));
      crowd.leave();
    }
  }

  @Test
  @Order(2)
  void manySmallRooms() throws IOException {
    assumeTrue(plan.asksFor("small"));
    try (var loop = new Loop()) {
      List<Seat> seats = smallRooms();
      var crowd = crowd(loop, seats, seats, SMALL);
      warmUp(crowd, 1_000);
      String rooms = "%,d rooms of %d members".formatted(plan.rooms(), SMALL);
      table.add(rooms + ", highest rate", highest(crowd, 500));
      table.add(rooms + ", 2,000 messages/s", measure(crowd, 2_000));
      crowd.leave();
    }
  }

  @Test
  @Order(3)
  void stalledReaders() throws IOException {
    assumeTrue(plan.asksFor("stalled"));
    try (var loop = new Loop()) {
      List<Seat> seats = readersOfLongTexts();
      var crowd = crowd(loop, seats, seats.subList(0, plan.writers()), seats.size());
      warmUp(crowd, 20);
      var sleepers = new Sleepers(loop, server.address());
      new StalledReaders(server, crowd, plan.seconds(), LoadRun::check)
          .measure(sleepers, sleeping(), table);
      sleepers.leave();
      crowd.leave();
    }
  }

  @Test
  @Order(4)
  void idleConnections() throws IOException {
    assumeTrue(plan.asksFor("idle"));
    server.stop();
    server.startAgain();
    int count = (int) Math.min(plan.idle(), descriptors() - SPARE_DESCRIPTORS);
    if (count < plan.idle()) {
      System.out.printf("No more than %,d descriptors: %,d connections.%n", descriptors(), count);
    }
    List<Seat> seats =
        IntStream.range(0, count)
            .mapToObj(i -> new Seat(tokens.get(i % tokens.size()), 0, 0, 0))
            .toList();
    try (var loop = new Loop()) {
      int first = Math.min(200, count / 2);
      var some = crowd(loop, seats.subList(0, first), List.of(), 0);
      some.gather(); // what the first ones cost is the code that they load
      some.stay(2);
      long before = server.residentKib();
      var all = crowd(loop, seats, List.of(), 0);
      all.gather();
      all.stay(10);
      long present = all.present();
      double each = (double) (server.residentKib() - before) / (present - first);
      System.out.printf(
          "%,d idle connections, %.0f KiB each, lost %s%n", present, each, all.ends());
      table.add("%,d idle connections".formatted(present), "%.0f KiB each".formatted(each));
      assertThat(present).as("%s", all.ends()).isGreaterThan(count * 99L / 100);
      all.leave();
    }
  }

  @Test
  @Order(5)
  void http() throws IOException {
    assumeTrue(plan.asksFor("http"));
    String messages = Paths.messages(People.room(0));
    List<String> askers = tokens.subList(0, ASKING);
    table.add(
        "POST a message, %d connections".formatted(ASKING),
        ask(
            askers.stream()
                .map(token -> HttpCall.request("POST", messages, token, text("x".repeat(100))))
                .toList()));
    table.add(
        "GET the last 50 messages, %d connections".formatted(ASKING),
        ask(askers.stream().map(token -> HttpCall.request("GET", messages, token, "")).toList()));
    table.add(
        "sign in, 2 connections",
        ask(
            IntStream.range(0, 2)
                .mapToObj(i -> HttpCall.request("POST", "/api/login", "", signIn(i)))
                .toList()));
  }

  private HttpLoad.Result ask(List<byte[]> requests) throws IOException {
    var result =
        HttpLoad.measure(
            server.address(), server.process(), requests, plan.warm(), 2.0 * plan.seconds());
    System.out.println(result);
    assertThat(result.failures()).isZero();
    return result;
  }

  private static String text(String text) {
    return "{\"text\":\"" + text + "\"}";
  }

  private static String signIn(int person) {
    return "{\"username\":\"signer" + person + "\",\"password\":\"" + PASSWORD + "\"}";
  }

  private List<Seat> largeRoom() {
    return IntStream.range(0, plan.members())
        .mapToObj(i -> new Seat(tokens.get(i), 0, i, plan.writers()))
        .toList();
  }

  private List<Seat> readersOfLongTexts() {
    return IntStream.range(0, Math.min(READERS, plan.members()))
        .mapToObj(i -> new Seat(tokens.get(i), 0, i, plan.writers(), StalledReaders.TEXT))
        .toList();
  }

  /** Tokens of the large room's members, in turn. */
  private List<String> sleeping() {
    return IntStream.range(0, plan.stalled())
        .mapToObj(i -> tokens.get(i % plan.members()))
        .toList();
  }

  /** The first of each room, then the second of each room, and so on: rooms take turns. */
  private List<Seat> smallRooms() {
    var seats = new ArrayList<Seat>();
    for (int place = 0; place < SMALL; place++) {
      for (int room = 0; room < plan.rooms(); room++) {
        String token = tokens.get(plan.members() + room * SMALL + place);
        seats.add(new Seat(token, 1 + room, place, SMALL));
      }
    }
    return seats;
  }

  private Crowd crowd(Loop loop, List<Seat> seats, List<Seat> writers, int receivers) {
    return new Crowd(
        loop, List.of(server.address()), List.of(server.process()), seats, writers, receivers);
  }

  /** At half of what is looked for at least, so long that the JVM has compiled what is needed. */
  private void warmUp(Crowd crowd, double rate) {
    crowd.gather();
    System.out.printf("%,d connected%n", crowd.present());
    crowd.measure(rate, plan.warm());
  }

  private Measured measure(Crowd crowd, double rate) {
    Measured found = crowd.measure(rate, plan.seconds());
    check(found);
    return found;
  }

  private static void check(Measured found) {
    System.out.println(found);
    assertThat(found.isInOrder()).as("nothing doubled or out of order: %s", found).isTrue();
  }

  private Optional<Measured> highest(Crowd crowd, double first) {
    return new Search(rate -> measure(crowd, rate)).highest(first);
  }

  private long descriptors() throws IOException {
    return server.descriptors().orElse(Long.MAX_VALUE);
  }
}
