package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsTest {
  @Test
  void theyGrowToABoundThatLeavesTimeToBeBackWithinFiveSeconds() {
    assertThat(Waits.after(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    assertThat(Waits.after(3)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
    assertThat(Waits.after(6)).isBetween(Duration.ofSeconds(2), Waits.MOST);
    assertThat(Waits.after(Integer.MAX_VALUE)).isBetween(Duration.ofSeconds(2), Waits.MOST);
    assertThat(Waits.MOST).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void notAllNodesWaitAlike() {
    assertThat(IntStream.range(0, 100).mapToObj(i -> Waits.after(6)).distinct().count())
        .isGreaterThan(10);
  }
}
