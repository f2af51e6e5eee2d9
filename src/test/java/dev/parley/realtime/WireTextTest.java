package dev.parley.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WireTextTest {
  @Test
  void itsSizeIsThatOfTheTextInUtf8() {
    for (String text : List.of("", "plain", "größer", "界", "🎂 and 👩🏽‍💻")) {
      assertThat(WireText.of(text).bytes()).isEqualTo(text.getBytes(UTF_8).length);
    }
  }

  @Test
  void framesAreJoinedInOrderUpToTheBoundAndALargerOneGoesAlone() {
    List<WireText> frames =
        Stream.of(
                bytes(3), bytes(WireText.MAX_JOINED - 4), "b", bytes(WireText.MAX_JOINED + 3), "c")
            .map(WireText::of)
            .toList();
    List<WireText> texts = WireText.joined(frames);
    assertThat(texts)
        .extracting(WireText::bytes)
        .containsExactly(WireText.MAX_JOINED, 1, WireText.MAX_JOINED + 3, 1);
    assertThat(texts).allMatch(text -> text.bytes() == text.text().getBytes(UTF_8).length);
    assertThat(texts.stream().flatMap(text -> Stream.of(text.text().split("\n"))))
        .containsExactlyElementsOf(frames.stream().map(WireText::text).toList());
  }

  @Test
  void nothingIsJoinedIntoNothing() {
    assertThat(WireText.joined(List.of())).isEmpty();
  }

  private static String bytes(int about) {
    return "界".repeat(about / 3) + "x".repeat(about % 3);
  }
}
