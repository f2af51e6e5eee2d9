package dev.parley.realtime;

import static dev.parley.testing.Paths.messages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.AnyNode;
import dev.parley.testing.Json;
import dev.parley.testing.Nodes;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.ServerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Sixty people write a hundred messages a second at three nodes, of which one is killed and another
 * stands still, while the bus is cut and PostgreSQL is stopped. In the end every message that was
 * acknowledged is there once, and everyone holds what the database holds.
 */
class NodeFailuresIT {
  private static final int PEOPLE = 60;
  private static final int ROOMS = 6;
  private static final int PAUSE_MS = 600; // between two messages of one person

  private PostgresServer database;
  private Nodes nodes;
  private AnyNode balancer;
  private ExecutorService threads;

  @BeforeEach
  void start() {
    database = PostgresServer.start();
    nodes = Nodes.start(3, database, ServerOptions.unlimited());
    balancer = new AnyNode(nodes);
    threads = Executors.newFixedThreadPool(PEOPLE);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    nodes.close();
    database.close();
  }

  @Test
  void whatIsAcknowledgedIsThereOnceAndEveryoneHoldsIt(TestReporter reporter) throws Exception {
    People people = new People(balancer.asServer());
    List<Person> persons = IntStream.range(0, PEOPLE).mapToObj(i -> people.newcomer()).toList();
    List<Long> rooms = IntStream.range(0, ROOMS).mapToObj(i -> people.ana().makesRoom()).toList();
    List<RestlessWriter> writers = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      long room = rooms.get(i % ROOMS);
      persons.get(i).joins(room);
      writers.add(new RestlessWriter(new Follower(persons.get(i)), room, PAUSE_MS));
    }
    List<Future<?>> writing = new ArrayList<>();
    writers.forEach(writer -> writing.add(threads.submit(writer)));
    breakThings();
    writers.forEach(RestlessWriter::end);
    for (Future<?> one : writing) {
      one.get(2, TimeUnit.MINUTES);
    }
    reporter.publishEntry("messages", Long.toString(count(writers)));
    reporter.publishEntry("longest ms out of touch", Long.toString(longestOutage(writers)));
    rooms.forEach(room -> assertStored(people.ana(), room, writers));
    writers.forEach(this::assertHoldsWhatTheDatabaseHolds);
    writers.forEach(writer -> writer.follower().close());
  }

  private void breakThings() {
    pass(5);
    ParleyServer killed = nodes.get(2);
    balancer.take(killed);
    killed.kill();
    pass(5);
    ParleyServer paused = nodes.get(1);
    balancer.take(paused);
    paused.pause();
    pass(20);
    paused.goOn();
    balancer.giveBack(paused);
    killed.startAgain();
    balancer.giveBack(killed);
    cutTheBusFor(10);
    database.stop();
    pass(3);
    database.startAgain();
    pass(10);
  }

  /** Ends the connections on which the nodes hear of each other, as often as they come back. */
  private void cutTheBusFor(int seconds) {
    for (int i = 0; i < 4 * seconds; i++) {
      database.execute(
          "postgres",
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where pid <> pg_backend_pid()"
              + " and (query like 'listen%' or query like '%pg_notify%')");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
    }
  }

  private static void pass(int seconds) {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
  }

  private static long count(List<RestlessWriter> writers) {
    return writers.stream().mapToLong(writer -> writer.acknowledged().size()).sum();
  }

  private static long longestOutage(List<RestlessWriter> writers) {
    return writers.stream().mapToLong(RestlessWriter::longestOutageMs).max().orElse(0);
  }

  private static void assertStored(Person reader, long room, List<RestlessWriter> writers) {
    var acknowledged = new TreeMap<String, Long>();
    writers.stream()
        .filter(writer -> writer.room() == room)
        .forEach(writer -> acknowledged.putAll(writer.acknowledged()));
    var stored = new TreeMap<String, Long>();
    List<JsonNode> history = reader.history(room, 0);
    history.forEach(m -> stored.put(m.path("cid").asText(), m.path("seq").asLong()));
    assertThat(history)
        .extracting(m -> m.path("seq").asLong())
        .as("without a hole")
        .containsExactlyElementsOf(LongStream.rangeClosed(1, history.size()).boxed().toList());
    assertThat(stored).as("each once, where it was said to be").isEqualTo(acknowledged);
    assertThat(history).hasSameSizeAs(acknowledged.keySet());
  }

  private void assertHoldsWhatTheDatabaseHolds(RestlessWriter writer) {
    Person person = writer.follower().person();
    JsonNode mine =
        person.api().get("/api/chat/rooms?joined=true").expect(200).json().path("rooms");
    writer.follower().catchUp(mine);
    assertThat(writer.follower().rooms()).containsExactlyInAnyOrderElementsOf(Json.ids(mine));
    JsonNode page = person.api().get(messages(writer.room()) + "?limit=200").expect(200).json();
    var history = new ArrayList<JsonNode>();
    page.path("messages").forEach(history::add);
    assertThat(writer.follower().messages(writer.room(), page))
        .as("room %d of %s", writer.room(), person)
        .isEqualTo(history);
  }
}
