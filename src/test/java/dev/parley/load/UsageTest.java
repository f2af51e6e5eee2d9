package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {
  @Test
  void aServersChildrenCountFromWhenTheyAreThere() {
    Map<Long, Duration> before = Map.of(1L, Duration.ofMillis(500), 2L, Duration.ofMillis(90));
    Map<Long, Duration> now = Map.of(1L, Duration.ofMillis(700), 3L, Duration.ofMillis(40));
    assertThat(Usage.since(before, now)).isEqualTo(Duration.ofMillis(240));
  }

  @Test
  void whatSeveralServersUseIsAddedUp() {
    assertThat(new Usage(List.of(40L, 30L, 5L), 10, 2).server()).isEqualTo(75);
  }

  @Test
  void theMeanIsThatOfEachServer() {
    var mean =
        Usage.mean(List.of(new Usage(List.of(10L, 50L), 4, 1), new Usage(List.of(20L, 30L), 8, 2)));
    assertThat(mean).isEqualTo(new Usage(List.of(15L, 40L), 6, 2));
  }
}
