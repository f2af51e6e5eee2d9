package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.UnicodeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t",
        "\u00A0",
        "\u00AD",
        "\u0301",
        "\u0001",
        "\u034F",
        "\u061C",
        "\u115F\u1160",
        "\u17B4",
        "\u180E",
        "\u200B\u200C\u200D\u200E",
        "\u2028",
        "\u202E",
        "\u2062",
        "\u2800",
        "\u3000",
        "\u3164",
        "\uFE0F",
        "\uFEFF",
        "\uFFA0",
        "\uFFF9",
        "\uFFFC",
        "\uFFFF",
        "\uDB40\uDC01",
        "\uDB40\uDD00",
        "\uD834\uDD59"
      })
  void whatLeavesNothingOnTheScreenIsNotVisible(String text) {
    assertThat(Texts.isVisible(text)).isFalse();
    assertThat(Texts.isVisible(text + "a")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "e\u0301",
        "字",
        "می‌خواهم",
        "क्‍ष",
        "❤️",
        "👩‍👩‍👧",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "1️⃣",
        "\u0600",
        "\uE000",
        "\u0E33",
        "⠁"
      })
  void whatIsWrittenIsVisible(String text) {
    assertThat(Texts.isVisible(text)).isTrue();
  }

  @Test
  void everyEmojiAndEveryLetterButTheFillersIsVisible() {
    for (String text :
        new UnicodeSet("[[:RGI_Emoji:][:L:][:N:][:P:]-[\u115F\u1160\u3164\uFFA0]]")) {
      assertThat(Texts.isVisible(text)).as("%x", text.codePointAt(0)).isTrue();
    }
  }

  @Test
  void controlsAreAllButLineFeedAndTab() {
    var controls = new UnicodeSet("[:Cc:]").remove('\n').remove('\t');
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      assertThat(Texts.hasControls(Character.toString(c))).isEqualTo(controls.contains(c));
    }
  }

  @Test
  void linesEndWithLineFeeds() {
    assertThat(Texts.withLineFeeds("a\r\nb\rc\n\r\r\n")).isEqualTo("a\nb\nc\n\n\n");
  }
}
