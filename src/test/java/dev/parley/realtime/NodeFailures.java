package dev.parley.realtime;

import static dev.parley.testing.Paths.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.realtime.Event.Acknowledged;
import dev.parley.realtime.Event.Act;
import dev.parley.realtime.Event.Back;
import dev.parley.realtime.Event.Bye;
import dev.parley.realtime.Event.Done;
import dev.parley.testing.AnyNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Nodes;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.Readiness;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.Together;
import dev.parley.testing.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * Sixty people write a hundred messages a second at three nodes, which are started once for all
 * tests of a class, while something is broken. A history of it all is judged in the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NodeFailures {
  static final Duration SETTLED = Duration.ofSeconds(3);
  private static final int PEOPLE = 60;
  private static final int AT_ONCE = 6; // sign up
  private static final int SHOWN = 20; // of many faults

  private final Path written =
      WorkFolder.build().resolve(getClass().getSimpleName() + "-history.txt");

  private PostgresServer database;
  private Standstill standstill;
  private Bus bus;
  private Nodes nodes;
  private AnyNode balancer;
  private People people;
  private List<Person> persons;
  private History history;
  private RestlessCrowd crowd;

  /** The bus of the nodes. */
  abstract Bus bus(PostgresServer database);

  @BeforeAll
  void start() {
    database = PostgresServer.start();
    bus = bus(database);
    String name = database.createDatabase();
    standstill = new Standstill(database, name);
    nodes = Nodes.start(3, database.with(bus.with(ServerOptions.unlimited()), name));
    balancer = new AnyNode(nodes);
    people = new People(balancer.asServer());
    persons = Together.run(AT_ONCE, i -> newcomers()).stream().flatMap(List::stream).toList();
  }

  @AfterAll
  void stop() {
    nodes.close();
    bus.close();
    database.close();
  }

  @AfterEach
  void leave() {
    history.write(written);
    crowd.close();
  }

  private List<Person> newcomers() {
    return IntStream.range(0, PEOPLE / AT_ONCE).mapToObj(i -> people.newcomer()).toList();
  }

  /** One of the three, from 0. */
  final ParleyServer node(int index) {
    return nodes.get(index);
  }

  /** Lets all write, and gives what breaks things meanwhile. */
  final Breaker begin() {
    history = new History();
    crowd = new RestlessCrowd(persons, people.ana(), history);
    Breaker.pass(SETTLED);
    return new Breaker(nodes, balancer, database, standstill, bus, history);
  }

  /** A ticket for a socket. */
  final String ticket() {
    return people.ana().api().post(TICKETS).expect(200).json().path("ticket").asText();
  }

  /** What a handshake is answered; 101 where it is let in. */
  static int statusOfHandshake(ParleyServer node, String ticket) {
    var opening = ChatSocket.to(node.address()).origin(node.address());
    try (ChatSocket socket = opening.protocols("parley.v1", "ticket." + ticket).open()) {
      return socket.isOpen() ? 101 : 0;
    } catch (ChatSocket.RefusedException refused) {
      return refused.status();
    }
  }

  /** Lets all end, and judges what happened. */
  final void judge() throws Exception {
    Breaker.pass(SETTLED);
    crowd.end();
    tellWhatWasMeasured();
    assertThat(nodes.all()).allSatisfy(this::assertHadPeople);
    assertThat(faults()).as("faults; all that happened is in %s", written).isEmpty();
    crowd.assertAllHoldWhatTheDatabaseHolds();
    assertAllServeWithoutARestart();
  }

  private List<String> faults() {
    List<Event> events = history.events();
    var faults = new ArrayList<String>();
    faults.addAll(crowd.faults());
    faults.addAll(new Kills(events).faults());
    faults.addAll(new Pauses(events).faults());
    faults.addAll(new Restarts(events).faults());
    return faults.size() > SHOWN ? faults.subList(0, SHOWN) : faults;
  }

  private void assertHadPeople(ParleyServer node) {
    assertThat(history.events(Back.class))
        .filteredOn(back -> back.node().equals(Breaker.name(node)))
        .extracting(Back::client)
        .as("who was at %s", node.address())
        .hasSizeGreaterThanOrEqualTo(PEOPLE / nodes.all().size());
  }

  /** Only what was killed or stopped was started again; all three do what they should. */
  private void assertAllServeWithoutARestart() {
    long room = people.ana().makesRoom();
    List<ChatSocket> sockets =
        nodes.all().stream().map(node -> people.ana().by(node).online()).toList();
    for (ParleyServer node : nodes.all()) {
      assertThat(Readiness.of(node)).isEqualTo(new Readiness(200, "UP"));
      people.ana().by(node).says(room, "by " + node.address());
      sockets.forEach(socket -> socket.awaitMessage(room, "by " + node.address()));
    }
    sockets.forEach(ChatSocket::close);
  }

  /** Prints what was measured: what JUnit publishes is shown by no runner here. */
  static void tell(String what, String measured) {
    System.out.println(what + ": " + measured);
  }

  private void tellWhatWasMeasured() {
    List<Event> events = history.events();
    List<Acknowledged> answers = history.events(Acknowledged.class);
    tell("messages", Integer.toString(answers.size()));
    tell("messages/s before anything broke", Long.toString(rate(answers)));
    last(new Kills(events).away()).ifPresent(a -> tell("last back", a.toString()));
    last(new Pauses(events).gaps())
        .ifPresent(gap -> tell("longest gap", millis(gap.nanos()) + " in " + gap));
    LongSummaryStatistics away =
        history.events(Bye.class).stream().mapToLong(Bye::retryAfterMs).summaryStatistics();
    if (away.getCount() > 0) {
      tell("ms that people were sent away for", away.toString());
    }
    for (Done done : history.events(Done.class)) {
      if (done.act() == Act.DATABASE_STARTED) {
        tell("first after the database", millis(firstAfter(done, answers)));
      }
    }
  }

  private static long firstAfter(Done done, List<Acknowledged> answers) {
    return answers.stream()
        .mapToLong(answer -> answer.at() - done.at())
        .filter(nanos -> nanos >= 0)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  private static <T> Optional<T> last(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
  }

  private long rate(List<Acknowledged> answers) {
    long end = history.events(Done.class).get(0).at();
    long begin = end - SETTLED.toNanos() / 2;
    long count = answers.stream().filter(a -> a.at() >= begin && a.at() < end).count();
    return count * 2 / SETTLED.toSeconds();
  }

  private static String millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
  }
}
