package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
  private final List<Double> tried = new ArrayList<>();

  @Test
  void findsTheHighestRateToAFewPerCent() {
    var best = new Search(this::measureUpTo1000).highest(100);
    assertThat(best.orElseThrow().rate()).isBetween(900.0, 1_000.0);
    assertThat(tried).hasSizeLessThan(15);
  }

  @Test
  void looksBelowTheFirstRateToo() {
    var best = new Search(this::measureUpTo1000).highest(5_000);
    assertThat(best.orElseThrow().rate()).isBetween(800.0, 1_000.0);
  }

  @Test
  void aRateThatFailsIsTriedTwiceBeforeALowerOne() {
    assertThat(new Search(this::measureUpTo1000).highest(20_000)).isEmpty();
    assertThat(tried).startsWith(20_000.0, 20_000.0, 10_000.0, 10_000.0).hasSize(10);
  }

  private Measured measureUpTo1000(double rate) {
    tried.add(rate);
    double p99 = rate <= 1_000 ? 10 : 300;
    return new Measured(rate, 1, 5, p99, 0, 0, 0, 0, 0, new Usage(List.of(0L), 0, 0));
  }
}
