package dev.parley.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana Ruiz",
        "O'Neil, Bo",
        "محمد",
        "می‌خواهم",
        "👩‍👩‍👧",
        "李小龍",
        "<b>",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿"
      })
  void anyScriptIsTaken(String typed) {
    assertThat(DisplayName.of(typed).text()).isEqualTo(typed);
  }

  @Test
  void blanksAroundItAreTakenAway() {
    assertThat(DisplayName.of("\u3000 Ana \u00A0").text()).isEqualTo("Ana");
    assertThat(DisplayName.of("Ana \u3164\u2003 Ruiz").text()).isEqualTo("Ana Ruiz");
  }

  @Test
  void lengthCountsCodePoints() {
    assertThat(DisplayName.of("😀".repeat(64)).text()).hasSize(128);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> DisplayName.of("😀".repeat(65)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "a\nb",
        "a\u0007b",
        "a\u202Eb",
        "a\u2066b",
        "a\u200Fb",
        "a\u2028b",
        "\u200D",
        "\u3164",
        "\u2800",
        "\u0301",
        "\u00A0",
        "\uFE0F",
        "a\u1160b",
        "a\uFEFFb"
      })
  void namesThatAreNotSeenOrMoveOthersAreRefused(String typed) {
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> DisplayName.of(typed));
  }
}
