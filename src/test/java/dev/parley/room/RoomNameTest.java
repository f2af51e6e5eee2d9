package dev.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {
  @Test
  void spacesAreTrimmedAndJoined() {
    assertThat(RoomName.of("  Team \t Lunch ").text()).isEqualTo("Team Lunch");
  }

  @Test
  void namesThatDifferInCaseOrFormOnlyHaveOneKey() {
    String key = RoomName.of("Café Straße").key();
    assertThat(RoomName.of("CAFE\u0301 STRASSE").key()).isEqualTo(key);
    assertThat(RoomName.of("ｃａｆé ｓｔｒａßｅ").key()).isEqualTo(key);
    assertThat(RoomName.of("Cafe Strasse").key()).isNotEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "team\u00A0lunch",
        "Team \u3000 LUNCH",
        "team\u2028lunch",
        "team\u2029\u0085lunch",
        "team\u000B\flunch",
        "team\u2007lunch\u202F",
        "ｔｅａｍ　ｌｕｎｃｈ",
        "team\u3164lunch",
        "team\u2800lunch",
        "team \u200C lunch"
      })
  void namesThatDifferInBlanksOnlyHaveOneKeyAndOneLine(String typed) {
    RoomName name = RoomName.of(typed);
    assertThat(name.key()).isEqualTo("team lunch");
    assertThat(name.text().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "می‌خواهم",
        "क्‍ष",
        "👩‍👩‍👧",
        "❤️",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿 cricket",
        "שלום",
        "葛󠄀城",
        "x̱",
        "ᠮᠣ᠋"
      })
  void whatScriptsAndEmojiAreWrittenWithIsKept(String typed) {
    assertThat(RoomName.of(typed).text()).isEqualTo(typed);
  }

  @Test
  void lengthCountsCodePoints() {
    assertThat(RoomName.of("😀".repeat(RoomName.MAX_LENGTH)).text())
        .hasSize(2 * RoomName.MAX_LENGTH);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> RoomName.of("😀".repeat(RoomName.MAX_LENGTH + 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "a\u0007b",
        "a\u202Eb",
        "a\u200Bb",
        "a\uFEFFb",
        "a\u2066b",
        "\u00A0",
        "\u3164",
        "\u2800",
        "\u0301",
        "\u200D",
        "\uFE0F",
        "a\u115Fb",
        "a\uE000b",
        "a\uFFFCb",
        "\uD83C\uDFF4\uDB40\uDC67b",
        "\uDB40\uDC67"
      })
  void emptyAndInvisibleNamesAreRefused(String typed) {
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> RoomName.of(typed));
  }
}
