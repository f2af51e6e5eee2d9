package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.ServerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However sockets are written to, the same arrives. */
class WireContractIT {
  /** Frames of up to 125 bytes, longer ones, and with all together one of more than 64 KiB. */
  private static final List<String> TEXTS =
      Stream.concat(
              IntStream.rangeClosed(1, 130).mapToObj("界"::repeat),
              IntStream.of(5_000, 9_999, 10_000).mapToObj("ü"::repeat))
          .toList();

  @ParameterizedTest
  @ValueSource(strings = {"auto", "standard"})
  void whatIsSentArrivesWholeAndInOrder(String way) {
    var options = ServerOptions.unlimited().with("parley.sockets", way);
    try (var server = ParleyServer.start(options)) {
      var people = new People(server);
      Person ana = people.ana();
      Person bo = people.bo();
      long room = ana.makesRoom();
      bo.joins(room);
      try (ChatSocket anas = ana.online();
          ChatSocket bos = bo.online()) {
        TEXTS.forEach(
            text ->
                anas.ask("send", Map.of("room", room, "cid", "c" + text.length(), "text", text)));
        assertThat(heard(bos)).isEqualTo(TEXTS);
        JsonNode history = bos.ask("history", Map.of("room", room, "limit", TEXTS.size()));
        assertThat(history.path("messages").findValuesAsText("text")).isEqualTo(TEXTS);
        server.stop();
        bos.awaitGoodBye();
      }
      assertThat(server.log()).doesNotContain("standard API"); // which tells of a way not found
    }
  }

  private static List<String> heard(ChatSocket socket) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < TEXTS.size(); i++) {
      JsonNode frame = socket.awaitNext("message", f -> f.path("ev").asText().equals("message"));
      texts.add(frame.at("/m/text").asText());
    }
    return texts;
  }
}
