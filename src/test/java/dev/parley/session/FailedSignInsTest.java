package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MEMORY = Duration.ofDays(1);
  private static final int FREE = 3;

  private final FailedSignIns failed = new FailedSignIns("somebody", START);

  @Test
  void someAreFree() {
    addAt(START, FREE - 1);
    assertThat(failed.waitFrom(START)).isEmpty();
  }

  @Test
  void afterThatTheWaitDoublesUpToAQuarterOfAnHour() {
    addAt(START, FREE - 1);
    Instant now = START;
    for (int minutes : new int[] {1, 2, 4, 8, 15, 15, 15}) {
      addAt(now, 1);
      assertThat(failed.waitFrom(now)).contains(Duration.ofMinutes(minutes));
      now = now.plus(Duration.ofMinutes(minutes));
      assertThat(failed.waitFrom(now.minusMillis(1))).contains(Duration.ofMillis(1));
      assertThat(failed.waitFrom(now)).isEmpty();
    }
  }

  @Test
  void whatIsLongAgoIsForgotten() {
    addAt(START, FREE);
    Instant later = START.plus(MEMORY);
    addAt(later, FREE - 1);
    assertThat(failed.waitFrom(later)).isEmpty();
    addAt(later, 1);
    assertThat(failed.waitFrom(later)).contains(FailedSignIns.FIRST_WAIT);
  }

  @Test
  void veryManyDoNotMakeTheWaitOverflow() {
    addAt(START, 1_000);
    assertThat(failed.waitFrom(START)).contains(FailedSignIns.LONGEST_WAIT);
  }

  private void addAt(Instant now, int times) {
    for (int i = 0; i < times; i++) {
      failed.add(now, FREE, MEMORY);
    }
  }
}
