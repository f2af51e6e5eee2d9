package dev.parley.realtime;

import static dev.parley.testing.Paths.messages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.realtime.HistoryChecker.Stored;
import dev.parley.testing.Json;
import dev.parley.testing.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** People who write in rooms of ten until they are told to end, each ten at all of the nodes. */
final class RestlessCrowd implements AutoCloseable {
  private static final int IN_A_ROOM = 10;
  private static final int PAUSE_MS = 500; // between two messages of one person: 120 a second

  private final Person host;
  private final History history;
  private final List<Long> rooms;
  private final List<RestlessWriter> writers = new ArrayList<>();
  private final List<Future<?>> writing = new ArrayList<>();
  private final ExecutorService threads;

  /**
   * They join their rooms and begin to write.
   *
   * @param host makes the rooms
   * @param history in which their doings are noted
   */
  RestlessCrowd(List<Person> persons, Person host, History history) {
    this.host = host;
    this.history = history;
    int count = persons.size();
    rooms = IntStream.range(0, count / IN_A_ROOM).mapToObj(i -> host.makesRoom()).toList();
    for (int i = 0; i < count; i++) {
      writers.add(writer(persons.get(i), rooms.get(i / IN_A_ROOM)));
    }
    threads = Executors.newFixedThreadPool(count);
    writers.forEach(writer -> writing.add(threads.submit(writer)));
  }

  private RestlessWriter writer(Person person, long room) {
    person.joins(room);
    var diary = new Diary(history, person.username());
    return new RestlessWriter(new Follower(person, diary), room, PAUSE_MS);
  }

  /** Lets all write their last message and waits until it is acknowledged. */
  void end() throws ExecutionException, InterruptedException, TimeoutException {
    writers.forEach(RestlessWriter::end);
    for (Future<?> one : writing) {
      one.get(3, TimeUnit.MINUTES);
    }
  }

  /** What is wrong with the rooms' logs. */
  List<String> faults() {
    var faults = new ArrayList<String>();
    for (long room : rooms) {
      var log = new ArrayList<Stored>();
      host.history(room, 0)
          .forEach(m -> log.add(new Stored(m.path("seq").asLong(), m.path("cid").asText())));
      new HistoryChecker(history.events(), room, log)
          .faults()
          .forEach(fault -> faults.add("room " + room + ": " + fault));
    }
    return faults;
  }

  /** Asserts that everyone holds in the end what the database holds. */
  void assertAllHoldWhatTheDatabaseHolds() {
    writers.forEach(this::assertHolds);
  }

  private void assertHolds(RestlessWriter writer) {
    Follower follower = writer.follower();
    Person person = follower.person();
    JsonNode mine =
        person.api().get("/api/chat/rooms?joined=true").expect(200).json().path("rooms");
    follower.catchUp(mine);
    assertThat(follower.rooms()).containsExactlyInAnyOrderElementsOf(Json.ids(mine));
    JsonNode page = person.api().get(messages(writer.room()) + "?limit=200").expect(200).json();
    var newest = new ArrayList<JsonNode>();
    page.path("messages").forEach(newest::add);
    assertThat(follower.messages(writer.room(), page))
        .as("room %d of %s", writer.room(), person)
        .isEqualTo(newest);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    writers.forEach(writer -> writer.follower().close());
  }
}
