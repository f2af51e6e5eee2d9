package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.message.Span.Range;
import dev.parley.platform.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final long LAST = 100;

  @Test
  void withoutAnAnchorItIsTheNewest() {
    assertThat(Span.of(null, null, null, 10).within(LAST)).isEqualTo(new Range(91, 100));
    assertThat(Span.of(null, null, null, 200).within(LAST)).isEqualTo(new Range(1, 100));
  }

  @Test
  void beforeEndsInFrontOfIt() {
    assertThat(Span.of(91L, null, null, 10).within(LAST)).isEqualTo(new Range(81, 90));
    assertThat(Span.of(5L, null, null, 10).within(LAST)).isEqualTo(new Range(1, 4));
    assertThat(Span.of(1L, null, null, 10).within(LAST).isEmpty()).isTrue();
    assertThat(Span.of(Long.MAX_VALUE, null, null, 10).within(LAST)).isEqualTo(new Range(91, 100));
  }

  @Test
  void afterBeginsBehindIt() {
    assertThat(Span.of(null, 90L, null, 5).within(LAST)).isEqualTo(new Range(91, 95));
    assertThat(Span.of(null, 98L, null, 5).within(LAST)).isEqualTo(new Range(99, 100));
    assertThat(Span.of(null, Long.MAX_VALUE, null, 5).within(LAST).isEmpty()).isTrue();
  }

  @Test
  void aroundHasItInTheMiddle() {
    assertThat(Span.of(null, null, 50L, 10).within(LAST)).isEqualTo(new Range(45, 54));
    assertThat(Span.of(null, null, 1L, 10).within(LAST)).isEqualTo(new Range(1, 10));
  }

  @Test
  void anEmptyRoomHasNoneOfThem() {
    for (Span span :
        List.of(
            Span.of(null, null, null, 10),
            Span.of(5L, null, null, 10),
            Span.of(null, 5L, null, 10),
            Span.of(null, null, 5L, 10))) {
      assertThat(span.within(0).isEmpty()).as("%s", span).isTrue();
    }
  }

  @Test
  void rangesAroundNumbersLeaveOutWhatLiesFarBetween() {
    assertThat(Range.around(List.of(), 2)).isEmpty();
    assertThat(Range.around(List.of(9L, 1L, 4L, 500L, 8L, 503L, 507L), 2))
        .containsExactly(
            new Range(1, 4), new Range(8, 9), new Range(500, 503), new Range(507, 507));
  }

  @Test
  void twoAnchorsOrANegativeOneAreRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Span.of(1L, 2L, null, 10));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Span.of(-1L, null, null, 10));
  }

  @Test
  void aPageTellsWhereToGoOn() {
    var page = MessagePage.of(7, List.of(), new Range(81, 90), LAST);
    assertThat(page.before()).isEqualTo(81);
    assertThat(page.after()).isEqualTo(90);
    var all = MessagePage.of(7, List.of(), new Range(1, 100), LAST);
    assertThat(all.before()).isNull();
    assertThat(all.after()).isNull();
  }
}
