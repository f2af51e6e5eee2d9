package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintTextTest {
  private static final List<Hint> EVERY_KIND =
      List.of(
          new Hint.Room(17, 4031),
          new Hint.Person(5, 9),
          new Hint.Renamed(5),
          new Hint.Read(17, 5, 12),
          new Hint.Typing(17, 5));

  private final HintText here = new HintText("here");
  private final HintText there = new HintText("there");

  @Test
  void whatOneNodeWritesAnotherReads() {
    List<String> texts = here.write(EVERY_KIND);
    assertThat(texts).containsExactly("parley1 here r17:0:4031 p5:0:9 n5:0:0 m17:5:12 t17:5:0");
    assertThat(there.read(texts.get(0))).isEqualTo(EVERY_KIND);
    assertThat(there.passedOver()).isZero();
  }

  @Test
  void theLargestNumbersFit() {
    var hint = new Hint.Read(999_999_999_999_999_999L, 999_999_999_999_999_999L, 0);
    assertThat(there.read(here.write(List.of(hint)).get(0))).containsExactly(hint);
  }

  @Test
  void aNodeDoesNotHearItself() {
    assertThat(here.read(here.write(EVERY_KIND).get(0))).isEmpty();
    assertThat(here.passedOver()).isZero();
  }

  @Test
  void nothingIsWrittenAsNoText() {
    assertThat(here.write(List.of())).isEmpty();
  }

  @Test
  void tenThousandRoomsTakeAsManyTextsAsTheyNeed() {
    List<Hint> hints =
        LongStream.range(0, 10_000)
            .<Hint>mapToObj(i -> new Hint.Room(1_000_000_000 + i, 1_000_000))
            .toList();
    List<String> texts = here.write(hints);
    assertThat(texts)
        .hasSizeBetween(25, 35)
        .allMatch(text -> text.getBytes(StandardCharsets.UTF_8).length <= HintText.MOST_BYTES);
    assertThat(texts.stream().flatMap(text -> there.read(text).stream())).isEqualTo(hints);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "parley1",
        "parley2 else r17:0:4031",
        "parley1  r17:0",
        "parley1 else r17:0:-1",
        "parley1 else r17:0:1x",
        "parley1 else q17:0:1",
        "parley1 else r17:0:1000000000000000000",
        "{\"r\": 17}",
        "\u0000\u2603"
      })
  void whatIsStrangeIsPassedOverAndCounted(String text) {
    assertThat(here.read(text)).isEmpty();
    assertThat(here.passedOver()).isPositive();
  }

  @Test
  void oneStrangeWordDoesNotTakeTheOthersWithIt() {
    assertThat(here.read("parley1 else z1:2:3:4 r17:0:1")).containsExactly(new Hint.Room(17, 1));
  }

  @Test
  void aTextThatIsTooLongIsNotLookedAt() {
    assertThat(here.read("parley1 else " + "r17:0:1 ".repeat(1_000))).isEmpty();
    assertThat(here.passedOver()).isEqualTo(1);
  }
}
