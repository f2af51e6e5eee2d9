package dev.parley.message;

import static dev.parley.testing.Paths.changes;
import static dev.parley.testing.Paths.member;
import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.room;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What someone missed in a room. */
@ParleyTest
class ChangesIT {
  private final Person ana;
  private final Person bo;
  private long room;

  ChangesIT(People people) {
    this.ana = people.ana();
    this.bo = people.bo();
  }

  @BeforeEach
  void makeARoom() {
    room = ana.makesRoom();
  }

  @Test
  void everyKindOfChangeIsToldInOrderAndChained() {
    long since = rev();
    ana.says(room, "first");
    bo.joins(room);
    ana.api().patch(room(room), Map.of("description", "new")).expect(200);
    bo.says(room, "second");
    bo.api().delete(member(room, bo)).expect(204);
    JsonNode missed = missed(since);
    assertThat(missed.path("upTo").asLong()).isEqualTo(rev());
    assertThat(missed.has("reset")).isFalse();
    assertThat(missed.path("changes").findValuesAsText("ev"))
        .containsExactly("message", "room", "message", "member");
    long have = since;
    for (JsonNode frame : missed.path("changes")) {
      assertThat(frame.path("room").asLong()).isEqualTo(room);
      assertThat(frame.path("prev").asLong()).isEqualTo(have);
      assertThat(frame.path("rev").asLong()).isGreaterThan(have);
      have = frame.path("rev").asLong();
    }
    assertThat(missed.at("/changes/1/head/description").asText()).isEqualTo("new");
    assertThat(missed.at("/changes/3/member/left").asBoolean()).isTrue();
    assertThat(missed.at("/changes/3/member/user/id").asLong()).isEqualTo(bo.id());
  }

  @Test
  void whoMissedNothingIsToldSo() {
    ana.says(room, "seen");
    JsonNode missed = missed(rev());
    assertThat(missed.path("changes")).isEmpty();
    assertThat(missed.path("upTo").asLong()).isEqualTo(rev());
  }

  @Test
  void whoHoldsNothingGetsTheNewestPage() {
    ana.says(room, "news");
    JsonNode all = ana.api().get(room(room) + "/changes").expect(200).json();
    assertThat(all.path("reset").asBoolean()).isTrue();
    assertThat(all.at("/messages/0/text").asText()).isEqualTo("news");
    assertThat(all.path("upTo").asLong()).isEqualTo(rev());
  }

  @Test
  void aRevFromTheFutureStartsAnew() {
    ana.says(room, "news");
    for (long future : List.of(rev() + 1, 999_999_999_999_999_999L)) {
      assertThat(missed(future).path("reset").asBoolean()).isTrue();
      assertThat(missed(future).path("upTo").asLong()).isEqualTo(rev());
    }
  }

  @Test
  void fiveHundredChangesAreToldAndOneMoreStartsAnew() {
    long since = rev();
    Together.run(
        10,
        i -> {
          for (int j = 0; j < 50; j++) {
            ana.says(room, "message " + i + "." + j);
          }
          return i;
        });
    JsonNode missed = missed(since);
    assertThat(missed.path("changes")).hasSize(500);
    assertThat(missed.path("upTo").asLong()).isEqualTo(rev());
    ana.says(room, "one more");
    JsonNode all = missed(since);
    assertThat(all.path("reset").asBoolean()).isTrue();
    assertThat(all.path("messages")).hasSize(50);
    assertThat(all.at("/messages/49/text").asText()).isEqualTo("one more");
    assertThat(all.path("upTo").asLong()).isEqualTo(rev());
  }

  @Test
  void theSocketTellsTheSame() {
    long since = rev();
    ana.says(room, "news");
    try (ChatSocket socket = bo.online()) {
      assertThat(socket.ask("sync", Map.of("room", room, "rev", since))).isEqualTo(missed(since));
      assertThat(socket.ask("sync", Map.of("room", room)))
          .isEqualTo(ana.api().get(room(room) + "/changes").json());
    }
  }

  @Test
  void whatIsTooLargeForOneAnswerComesInSeveral() {
    long since = rev();
    for (int i = 0; i < 70; i++) {
      ana.says(room, i + "字".repeat(9_000));
    }
    try (ChatSocket socket = ana.online()) {
      long have = since;
      int told = 0;
      JsonNode missed;
      do {
        missed = socket.ask("sync", Map.of("room", room, "rev", have));
        assertThat(missed.path("changes")).isNotEmpty();
        assertThat(missed.toString().getBytes(UTF_8)).hasSizeLessThan(129 * 1024);
        assertThat(missed.at("/changes/0/prev").asLong()).isEqualTo(have);
        told += missed.path("changes").size();
        have = missed.path("upTo").asLong();
      } while (missed.path("more").asBoolean());
      assertThat(told).isEqualTo(70);
      assertThat(have).isEqualTo(rev());
    }
  }

  @Test
  void aPageThatIsTooLargeIsCutAtTheEndFartherFromWhatWasAskedFor() {
    for (int i = 0; i < 70; i++) {
      ana.says(room, i + "字".repeat(9_000));
    }
    try (ChatSocket socket = ana.online()) {
      JsonNode newest = socket.ask("history", Map.of("room", room, "limit", 200));
      List<JsonNode> seqs = newest.path("messages").findValues("seq");
      assertThat(seqs.get(seqs.size() - 1).asLong()).isEqualTo(70);
      assertThat(newest.path("before").asLong()).isEqualTo(seqs.get(0).asLong());
      JsonNode oldest = socket.ask("history", Map.of("room", room, "limit", 200, "after", 0));
      seqs = oldest.path("messages").findValues("seq");
      assertThat(seqs.get(0).asLong()).isEqualTo(1);
      assertThat(oldest.path("after").asLong()).isEqualTo(seqs.get(seqs.size() - 1).asLong());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "", "1.0", "9223372036854775808"})
  void aRevIsAWholeNumber(String since) {
    ana.api().get(room(room) + "/changes?since=" + since).expectInvalid("since", "range");
  }

  @Test
  void everythingMissedIsInTheHistoryToo() {
    long since = rev();
    ana.says(room, "a");
    bo.says(room, "b");
    List<JsonNode> told = missed(since).path("changes").findValues("m");
    JsonNode page = ana.api().get(messages(room)).json();
    assertThat(told).containsExactly(page.at("/messages/0"), page.at("/messages/1"));
  }

  private JsonNode missed(long since) {
    return ana.api().get(changes(room, since)).expect(200).json();
  }

  private long rev() {
    return ana.api().get(room(room)).expect(200).json().path("lastRev").asLong();
  }
}
