package dev.parley.message;

import static dev.parley.testing.Paths.message;
import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message may say: the same over HTTP and on the socket. */
@ParleyTest
class MessageTextIT {
  private final Person ana;
  private long room;

  MessageTextIT(People people) {
    this.ana = people.ana();
  }

  static Stream<String> texts() {
    return Stream.of(
        "a",
        "é",
        "😀",
        "👩‍👩‍👧‍👦",
        "\u202Eright to left",
        "  kept spaces \n and lines\n\t ",
        "%_\\'\"; drop table messages; --",
        "<script>alert(1)</script> &amp; ${x} #{x} {{x}}",
        "می‌خواهم क्‍ष 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ a\u200Bb\u2028\u2800",
        "\uFEFFmark",
        "e\u0301 is not \u00e9",
        "字".repeat(10_000),
        "😀".repeat(5_000));
  }

  @BeforeEach
  void makeARoom() {
    room = ana.makesRoom();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyTextIsKeptAsItWasWritten(String text) {
    assertThat(ana.says(room, text).path("text").asText()).isEqualTo(text);
    try (ChatSocket socket = ana.online()) {
      socket.ask("send", Map.of("room", room, "cid", "c", "text", text));
      socket.await("the frame", frame -> frame.at("/m/text").asText().equals(text));
    }
    assertThat(ana.api().get(message(room, 1)).json().path("text").asText()).isEqualTo(text);
    assertThat(ana.api().get(message(room, 2)).json().path("text").asText()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\t ",
        "\u3000",
        "\u2003",
        "\u200B",
        "\u2800",
        "\u3164",
        "\u00A0",
        "\u00AD",
        "\u0301",
        "\u0001",
        "\u202E\u2066",
        "\uFE0F\uDB40\uDC67"
      })
  void aTextOfWhichNothingIsSeenIsRefused(String text) {
    assertRefused(text, "not_blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0001", "\u001b[31mred", "a\u007f", "a\u0085b", "a\u000Bb", "a\fb"})
  void aTextWithControlCharactersIsRefused(String text) {
    assertRefused(text, "characters");
  }

  @Test
  void linesEndWithLineFeedsHoweverTheyCame() {
    assertThat(ana.says(room, "a\r\nb\rc\n\r").path("text").asText()).isEqualTo("a\nb\nc\n\n");
    assertThat(ana.says(room, "\r\n".repeat(9_999) + "a").path("text").asText()).hasSize(10_000);
    ana.api().patch(message(room, 1), Map.of("text", "a\r\nb")).expect(200);
    assertThat(ana.api().get(message(room, 1)).json().path("text").asText()).isEqualTo("a\nb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "a\u0001"})
  void anEditIsATextToo(String text) {
    ana.says(room, "before");
    ana.api().patch(message(room, 1), Map.of("text", text)).expectProblem(400, "invalid_input");
    assertThat(ana.api().get(message(room, 1)).json().path("text").asText()).isEqualTo("before");
  }

  @Test
  void aTextBeyondTheLimitIsRefused() {
    assertRefused("a".repeat(10_001), "size");
    assertRefused("😀".repeat(5_000) + "a", "size");
  }

  @Test
  void aTextIsNeeded() {
    ana.api().post(messages(room), "{}").expectInvalid("text", "not_null");
    ana.api().post(messages(room), "{\"text\":null}").expectInvalid("text", "not_null");
    try (ChatSocket socket = ana.online()) {
      var problem = socket.askAndFail("send", Map.of("room", room, "cid", "c"));
      assertThat(problem.at("/errors/0/field").asText()).isEqualTo("text");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "\\ud83d", "\\ude00\\ud83d", "x\\ude00"})
  void aTextWithNulOrHalfACharacterIsRefused(String escaped) {
    String body = "{\"text\":\"" + escaped + "\"}";
    ana.api().post(messages(room), body).expectProblem(400, "malformed_json");
    try (ChatSocket socket = ana.online()) {
      socket.sendText(
          "{\"op\":\"send\",\"id\":7,\"room\":%d,\"cid\":\"c\",\"text\":\"%s\"}"
              .formatted(room, escaped));
      var problem = socket.await("the refusal", frame -> frame.has("err")).path("err");
      assertThat(problem.path("code").asText()).isEqualTo("malformed_json");
    }
    assertNothingStored();
  }

  private void assertRefused(String text, String code) {
    ana.api().post(messages(room), Map.of("text", text)).expectInvalid("text", code);
    try (ChatSocket socket = ana.online()) {
      var problem = socket.askAndFail("send", Map.of("room", room, "cid", "c", "text", text));
      assertThat(problem.path("code").asText()).isEqualTo("invalid_input");
      assertThat(problem.at("/errors/0/field").asText()).isEqualTo("text");
      assertThat(problem.at("/errors/0/code").asText()).isEqualTo(code);
    }
    assertNothingStored();
  }

  private void assertNothingStored() {
    assertThat(ana.api().get(room(room)).json().path("lastSeq").asLong()).isZero();
  }
}
