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
  void aRateThatFailsIsTriedTwice() {
    assertThat(new Search(this::measureUpTo1000).highest(2_000)).isEmpty();
    assertThat(tried).containsExactly(2_000.0, 2_000.0);
  }

  private Measured measureUpTo1000(double rate) {
    tried.add(rate);
    double p99 = rate <= 1_000 ? 10 : 300;
    return new Measured(rate, 1, 5, p99, 0, 0, 0, 0, 0, new Usage(0, 0, 0));
  }
}
