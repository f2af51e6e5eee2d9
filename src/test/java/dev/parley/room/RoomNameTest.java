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

  @Test
  void lengthCountsCodePoints() {
    assertThat(RoomName.of("😀".repeat(RoomName.MAX_LENGTH)).text())
        .hasSize(2 * RoomName.MAX_LENGTH);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> RoomName.of("😀".repeat(RoomName.MAX_LENGTH + 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\u0007b", "a\u202Eb", "a\u200Bb", "a\uFEFFb", "a\u2066b"})
  void emptyAndInvisibleNamesAreRefused(String typed) {
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> RoomName.of(typed));
  }
}
