package dev.parley.message;

import static dev.parley.testing.Paths.messages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.ServerOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is killed again and again while people write 200 messages a second. */
class KilledIT {
  private static final int ROUNDS = Integer.getInteger("parley.testing.rounds");
  private static final int WRITERS = 8;
  private static final int BETWEEN_MS = 40; // two messages of one writer
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2); // a cold server is slow

  private ParleyServer server;
  private Person ana;
  private Person outsider;
  private long room;

  @BeforeEach
  void start() {
    server = ParleyServer.start(ServerOptions.unlimited());
    ana = new People(server).ana();
    outsider = new People(server).bo();
    room = ana.makesRoom(Map.of("name", "private", "kind", "PRIVATE"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsAcknowledgedIsThereOnceAndWhatIsRefusedIsNot() throws Exception {
    long seed = Long.getLong("parley.testing.seed", new Random().nextLong());
    System.out.println("seed: " + seed); // what JUnit publishes is shown by no runner here
    var random = new Random(seed);
    List<PersistentWriter> writers = writers();
    var clock = Executors.newScheduledThreadPool(WRITERS);
    try {
      var writing =
          writers.stream()
              .map(
                  writer ->
                      clock.scheduleAtFixedRate(writer::send, 0, BETWEEN_MS, TimeUnit.MILLISECONDS))
              .toList();
      for (int round = 0; round < ROUNDS; round++) {
        awaitMore(writers, random.nextInt(50, 300));
        server.kill();
        server.startAgain();
      }
      assertThat(writing).as("all go on writing").noneMatch(Future::isDone);
    } finally {
      clock.shutdown();
      assertThat(clock.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    var acknowledged = new HashMap<String, Long>();
    writers.forEach(writer -> acknowledged.putAll(writer.finish()));
    assertStored(acknowledged);
  }

  /** Waits until so many more messages are acknowledged: the moment is random for each of them. */
  private static void awaitMore(List<PersistentWriter> writers, int more) {
    long enough = acknowledged(writers) + more;
    long end = System.nanoTime() + PATIENCE;
    while (acknowledged(writers) < enough) {
      assertThat(System.nanoTime()).as("time for %d messages", more).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static long acknowledged(List<PersistentWriter> writers) {
    return writers.stream().mapToLong(PersistentWriter::acknowledged).sum();
  }

  private void assertStored(Map<String, Long> acknowledged) {
    List<JsonNode> stored = ana.history(room, 0);
    var seqs = new HashMap<String, Long>();
    stored.forEach(m -> seqs.put(m.path("cid").asText(), m.path("seq").asLong()));
    assertThat(stored)
        .extracting(m -> m.path("seq").asLong())
        .as("without a hole")
        .containsExactlyElementsOf(LongStream.rangeClosed(1, stored.size()).boxed().toList());
    assertThat(seqs).as("each once, where it was said to be").isEqualTo(acknowledged);
    assertThat(stored).hasSameSizeAs(acknowledged.keySet());
  }

  private List<PersistentWriter> writers() {
    var writers = new ArrayList<PersistentWriter>();
    for (int i = 0; i < WRITERS; i += 2) {
      writers.add(new PersistentWriter("http" + i, this::post));
      writers.add(new PersistentWriter("socket" + i, new BySocket()));
    }
    return writers;
  }

  /** The same is also sent by someone who may not. */
  private long post(String cid) {
    outsider.api().post(messages(room), message(cid)).expectProblem(404, "not_found");
    Answer answer = ana.api().post(messages(room), message(cid));
    answer.expectAnyOf(200, 201);
    return answer.json().path("seq").asLong();
  }

  private Map<String, Object> message(String cid) {
    return Map.of("room", room, "text", "text of " + cid, "cid", cid);
  }

  private final class BySocket implements PersistentWriter.Way {
    private ChatSocket socket;

    @Override
    public long send(String cid) {
      if (socket == null || !socket.isOpen()) {
        socket = ana.online();
      }
      return socket.ask("send", message(cid)).path("seq").asLong();
    }
  }
}
