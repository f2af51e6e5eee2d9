package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void aQuantileIsAtMostABucketTooLarge() {
    var latencies = new Latencies();
    for (int micros = 1; micros <= 1_000_000; micros++) {
      latencies.add(micros);
    }
    assertThat(latencies.millis(0.5)).isCloseTo(500, Percentage.withPercentage(1.6));
    assertThat(latencies.millis(0.99)).isCloseTo(990, Percentage.withPercentage(1.6));
    assertThat(latencies.millis(0)).isZero();
  }

  @Test
  void whatTakesNextToNothingOrVeryLongIsCountedToo() {
    var latencies = new Latencies();
    latencies.add(-5);
    latencies.add(7);
    latencies.add(Long.MAX_VALUE);
    assertThat(latencies.count()).isEqualTo(3);
    assertThat(latencies.millis(0.6)).isCloseTo(0.008, within(0.0001));
    assertThat(latencies.millis(1)).isGreaterThan(3_600_000);
  }
}
