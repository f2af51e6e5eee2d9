package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.Layout.Bus;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several nodes over PostgreSQL, each layout with a copy of the same database. As in {@link
 * LoadRun}, nothing may be doubled or out of order, wherever it is heard.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf("dev.parley.load.Plan#asksForNodes")
class NodesLoadRun {
  private static final double SETTLING = 11; // seconds; PostgreSQL's processes tell after 10
  private static final double STARTING = 3; // seconds; what a small JVM takes
  private static final double QUIET = 8; // seconds in which nobody writes

  /** At this part of the rate no process waits for another one's processor. */
  private static final int CALM = 5;

  private final NodesPlan plan = NodesPlan.told();
  private final Table table = Table.ofThisRun();
  private Ground ground;

  @BeforeAll
  void startWithPeople(@TempDir Path folder) throws SQLException {
    ground = new Ground(plan, folder);
  }

  @AfterAll
  void tell() throws IOException {
    ground.close();
    table.publish();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  @Order(1)
  void everyRoomIsAtEveryNode(Layout layout) throws IOException {
    try (var nodes = ground.start(layout);
        var loop = new Loop()) {
      List<Seat> seats = seats(Spread.evenly(layout.nodes()));
      var crowd =
          new Crowd(loop, nodes.addresses(), nodes.processes(), seats, seats, plan.members());
      warmUp(crowd);
      measure(layout.toString(), plan.rate() / CALM, nodes, crowd);
      measure("the same", plan.rate(), nodes, crowd);
      if (layout.nodes() == 1 && !plan.beside().isEmpty()) {
        measureBesideOtherWork(nodes, crowd);
      }
      rest("the same, all there and quiet", nodes, crowd);
      crowd.leave();
      rest("the same, nobody there", nodes, crowd);
    }
  }

  Stream<Layout> layouts() {
    return plan.layouts();
  }

  /** What the second of two nodes has to do for what is written and heard at the first. */
  @ParameterizedTest
  @MethodSource("buses")
  @Order(2)
  void allIsWrittenAtTheFirstNode(Bus bus) throws IOException {
    var layout = new Layout(bus, 2);
    try (var nodes = ground.start(layout);
        var loop = new Loop()) {
      List<Seat> all = seats(Spread.roomByRoom(2));
      List<Seat> first = at(0, all);
      var half =
          new Crowd(loop, nodes.addresses(), nodes.processes(), first, first, plan.members());
      warmUp(half);
      measure(layout + ", all at the first", plan.rate(), nodes, half);
      var whole = new Crowd(loop, nodes.addresses(), nodes.processes(), all, first, plan.members());
      measure("the same, as many in other rooms at the second", plan.rate(), nodes, whole);
      rest("the same, quiet", nodes, whole);
      whole.leave();
    }
  }

  List<Bus> buses() {
    return plan.between();
  }

  /** First slowly: several cold JVMs on few processors would fall behind, and stay there. */
  private void warmUp(Crowd crowd) {
    crowd.gather();
    System.out.printf("%,d connected%n", crowd.present());
    for (int part : List.of(4, 2, 1)) {
      System.out.println(crowd.measure((double) plan.rate() / part, plan.warm() / 3.0));
    }
  }

  /** A control for more nodes, which share a machine's processors. */
  private void measureBesideOtherWork(NodesUnderLoad nodes, Crowd crowd) {
    try (OtherWork others = OtherWork.start(plan.beside())) {
      crowd.stay(STARTING);
      measure("the same, beside other work", plan.rate(), nodes, crowd);
      assertThat(others.goesOn()).isTrue();
    }
  }

  private void measure(String what, int rate, NodesUnderLoad nodes, Crowd crowd) {
    var times = new Times();
    Database.Begin transactions = nodes.database().begin();
    Measured found = crowd.measure(rate, plan.seconds(), times);
    String cost = cost(nodes, found.usage(), transactions.perSecond());
    System.out.printf("%s: %s%n", what, found);
    assertThat(found.isInOrder()).as("nothing doubled or out of order: %s", found).isTrue();
    table.add(what + ": heard at the writer's node", found, times.near(), cost);
    if (times.far().count() > 0) {
      table.add("the same: heard at another node", found, times.far(), "");
    }
    table.add("the same: acknowledged", found, times.acknowledged(), "");
    if (times.between().count() > 0) {
      table.add("the same: from there to another node", found, times.between(), "");
    }
  }

  private void rest(String what, NodesUnderLoad nodes, Crowd crowd) {
    crowd.stay(SETTLING);
    Database.Begin transactions = nodes.database().begin();
    Usage usage = crowd.rest(QUIET);
    String cost = cost(nodes, usage, transactions.perSecond());
    System.out.printf("%s: %s%n", what, cost);
    table.add(what, "%,d connected".formatted(crowd.present()), cost);
  }

  private static String cost(NodesUnderLoad nodes, Usage usage, long transactions) {
    return "%s; %,d transactions/s".formatted(nodes.told(usage), transactions);
  }

  /**
   * The first of each room, then the second of each room, and so on: rooms and nodes take turns.
   */
  private List<Seat> seats(Spread spread) {
    var seats = new ArrayList<Seat>();
    for (int place = 0; place < plan.members(); place++) {
      for (int room = 0; room < plan.rooms(); room++) {
        String token = ground.tokens().get(room * plan.members() + place);
        seats.add(new Seat(token, room, place, plan.members(), spread));
      }
    }
    return seats;
  }

  private static List<Seat> at(int node, List<Seat> seats) {
    return seats.stream().filter(seat -> seat.node() == node).toList();
  }
}
