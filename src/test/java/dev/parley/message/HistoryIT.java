package dev.parley.message;

import static dev.parley.testing.Paths.messages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading back. */
@ParleyTest
class HistoryIT {
  private static final int SAID = 7;
  private final Person ana;
  private final Person bo;
  private long room;

  HistoryIT(People people) {
    this.ana = people.ana();
    this.bo = people.bo();
  }

  @BeforeEach
  void saySomething() {
    room = ana.makesRoom();
    for (int i = 1; i <= SAID; i++) {
      ana.says(room, "message " + i);
    }
  }

  /** The query, the first and last seq, and what the page says of its neighbours. */
  @ParameterizedTest
  @CsvSource({
    "'', 1, 7, ,",
    "limit=3, 5, 7, 5,",
    "limit=7, 1, 7, ,",
    "limit=8, 1, 7, ,",
    "limit=200, 1, 7, ,",
    "limit=1000000000, 1, 7, ,",
    "before=5&limit=3, 2, 4, 2, 4",
    "before=4&limit=3, 1, 3, , 3",
    "before=2, 1, 1, , 1",
    "before=8, 1, 7, ,",
    "before=999999999999999999&limit=1, 7, 7, 7,",
    "after=0&limit=3, 1, 3, , 3",
    "after=4&limit=3, 5, 7, 5,",
    "after=6, 7, 7, 7,",
    "around=4&limit=3, 3, 5, 3, 5",
    "around=4&limit=4, 2, 5, 2, 5",
    "around=1&limit=3, 1, 3, , 3",
    "around=7&limit=3, 6, 7, 6,",
    "around=0&limit=1, 1, 1, , 1",
    "around=999999999999999999&limit=3, 6, 7, 6,"
  })
  void aPageTellsWhatLiesBeforeAndAfter(
      String query, int first, int last, Long before, Long after) {
    JsonNode page = page(query);
    assertThat(page.path("roomId").asLong()).isEqualTo(room);
    assertThat(seqs(page)).isEqualTo(numbers(first, last));
    assertThat(page.has("before") ? page.path("before").asLong() : null).isEqualTo(before);
    assertThat(page.has("after") ? page.path("after").asLong() : null).isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before=0", "before=1", "after=7", "after=999999999999999999"})
  void beyondTheEndsLiesNothing(String query) {
    assertThat(seqs(page(query))).isEmpty();
  }

  @Test
  void whoFollowsBeforeOrAfterReadsEverythingOnce() {
    var backwards = new ArrayList<Long>();
    JsonNode page = page("limit=2");
    backwards.addAll(0, seqs(page));
    while (page.has("before")) {
      page = page("limit=2&before=" + page.path("before").asLong());
      backwards.addAll(0, seqs(page));
    }
    assertThat(backwards).isEqualTo(numbers(1, SAID));
    var forwards = new ArrayList<>(seqs(page));
    while (page.has("after")) {
      page = page("limit=2&after=" + page.path("after").asLong());
      forwards.addAll(seqs(page));
    }
    assertThat(forwards).isEqualTo(numbers(1, SAID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "limit=2", "before=4", "after=3&limit=2", "around=4&limit=3"})
  void theSocketTellsTheSamePages(String query) {
    var fields = new java.util.HashMap<String, Object>(Map.of("room", room));
    for (String part : query.isEmpty() ? new String[0] : query.split("&")) {
      fields.put(part.split("=")[0], Long.parseLong(part.split("=")[1]));
    }
    try (ChatSocket socket = bo.online()) {
      assertThat(socket.ask("history", fields)).isEqualTo(page(query));
    }
  }

  @Test
  void aNewRoomHasNoHistory() {
    JsonNode page = ana.api().get(messages(ana.makesRoom())).expect(200).json();
    assertThat(page.path("messages")).isEmpty();
    assertThat(page.has("before")).isFalse();
    assertThat(page.has("after")).isFalse();
  }

  @Test
  void whatIsHeldAlreadyIsNotSentAgain() {
    String tag = ana.api().get(messages(room)).header("ETag").orElseThrow();
    ana.api().with("If-None-Match", tag).get(messages(room)).expect(304);
    ana.says(room, "news");
    ana.api().with("If-None-Match", tag).get(messages(room)).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "before=-1, before, range",
    "after=x, after, range",
    "around=, around, range",
    "before=9223372036854775808, before, range",
    "limit=0, limit, range",
    "limit=-1, limit, range",
    "limit=many, limit, range",
    "before=3&after=1, before, single",
    "before=3&around=1, before, single",
  })
  void aSpanIsAskedForProperly(String query, String field, String code) {
    ana.api().get(messages(room) + "?" + query).expectInvalid(field, code);
  }

  @Test
  void theSocketRefusesTheSame() {
    try (ChatSocket socket = ana.online()) {
      for (var wrong :
          List.of(Map.of("before", -1), Map.of("limit", 0), Map.of("after", 1, "around", 2))) {
        var fields = new java.util.HashMap<String, Object>(wrong);
        fields.put("room", room);
        assertThat(socket.askAndFail("history", fields).path("code").asText())
            .isEqualTo("invalid_input");
      }
    }
  }

  private JsonNode page(String query) {
    return ana.api().get(messages(room) + "?" + query).expect(200).json();
  }

  private static List<Long> seqs(JsonNode page) {
    return page.path("messages").findValues("seq").stream().map(JsonNode::asLong).toList();
  }

  private static List<Long> numbers(long first, long last) {
    return java.util.stream.LongStream.rangeClosed(first, last).boxed().toList();
  }
}
