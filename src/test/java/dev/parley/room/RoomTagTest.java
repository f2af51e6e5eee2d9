package dev.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.EntityTags;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTagTest {
  @Test
  void aWriterOfTheHeadComparesItsRevOnly() {
    assertThat(fits("\"5.abc\"")).isTrue();
    assertThat(fits("W/\"5.abc-gzip\"")).isTrue();
    assertThat(fits("\"4.abc\", \"5.x\"")).isTrue();
    assertThat(fits("*")).isTrue();
  }

  @Test
  void aTagThatWasNeverHandedOutFitsNoHead() {
    assertThat(fits("\"x\"")).isFalse();
    assertThat(fits("\"4.abc\"")).isFalse();
    assertThat(fits("\"55.abc\"")).isFalse();
    assertThat(fits("")).isFalse();
  }

  private static boolean fits(String ifMatch) {
    return RoomTag.fits(EntityTags.of(List.of(ifMatch)).orElseThrow(), 5);
  }
}
