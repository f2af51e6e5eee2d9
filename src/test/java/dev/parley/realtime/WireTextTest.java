package dev.parley.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** The lengths at which RFC 6455, section 5.2, takes another form. */
  @ParameterizedTest
  @CsvSource({
    "0, 8100",
    "125, 817d",
    "126, 817e007e",
    "65535, 817effff",
    "65536, 817f0000000000010000",
  })
  void aMessageIsTheTextBehindItsHeader(int bytes, String header) {
    ByteBuffer message = WireText.of(bytes(bytes)).message();
    byte[] begin = new byte[header.length() / 2];
    message.get(begin);
    assertThat(HexFormat.of().formatHex(begin)).isEqualTo(header);
    assertThat(UTF_8.decode(message).toString()).isEqualTo(bytes(bytes));
  }

  @Test
  void joinedFramesAreOneMessage() {
    WireText joined = WireText.join(List.of(WireText.of("größer"), WireText.of("界")));
    assertThat(joined.message()).isEqualTo(WireText.of("größer\n界").message());
  }

  @Test
  void nothingIsJoinedIntoNothing() {
    assertThat(WireText.joined(List.of())).isEmpty();
  }

  private static String bytes(int about) {
    return "界".repeat(about / 3) + "x".repeat(about % 3);
  }
}
