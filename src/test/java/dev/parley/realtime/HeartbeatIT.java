package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A connection on which nothing happens; the one slow test. */
@ParleyTest
class HeartbeatIT {
  @Test
  void whereNothingIsSentAPingComesAndAPongIsNotAnswered(People people) {
    Person newcomer = people.newcomer();
    long room = newcomer.makesRoom();
    try (ChatSocket socket = newcomer.online()) {
      long start = System.nanoTime();
      JsonNode ping =
          socket.await("a ping", f -> f.path("ev").asText().equals("ping"), Duration.ofSeconds(30));
      assertThat(ping.has("rev")).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(24));
      socket.sendText("{\"op\":\"pong\",\"id\":77}");
      socket.ask("sync", Map.of("room", room));
      assertThat(socket.frames()).noneMatch(f -> f.path("re").asLong() == 77);
    }
  }
}
