package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
  @Test
  void theCursorOfAFullPageStartsTheNextBehindItsLastItem() {
    var first = PageRequest.of(null, "2");
    var fetched = List.of(4L, 7L, 9L);
    assertThat(first.cut(fetched)).containsExactly(4L, 7L);
    assertThat(PageRequest.of(first.next(fetched, id -> id), "2").after()).isEqualTo(7);
  }

  @Test
  void theLastPageHasNoCursor() {
    assertThat(PageRequest.of(null, "2").next(List.of(4L, 7L), id -> id)).isNull();
  }

  @Test
  void aLargeLimitIsCut() {
    assertThat(PageRequest.limit("1000000000000000000000", 50)).isEqualTo(PageRequest.MAX_LIMIT);
    assertThat(PageRequest.limit("201", 50)).isEqualTo(PageRequest.MAX_LIMIT);
    assertThat(PageRequest.limit(null, 50)).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "x", "", "1e9"})
  void aLimitThatIsNoneIsRefused(String limit) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PageRequest.of(null, limit));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "YWZ0ZXI6LTE", "YWZ0ZXI6MSBvciAxPTE", "%%%", "YWZ0ZXI6"})
  void aCursorThatWasNotHandedOutIsRefused(String cursor) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PageRequest.of(cursor, null));
  }
}
