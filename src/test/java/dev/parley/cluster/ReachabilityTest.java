package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReachabilityTest {
  private int missed;
  private final Reachability reachability = new Reachability("NATS", () -> missed++);

  @Test
  void oneWarningWhenItIsAwayAndOneLineWhenItIsBack() {
    try (var log = LogLines.of(Reachability.class)) {
      reachability.found();
      log.clear();
      reachability.lost("it does not answer");
      reachability.lost("it does not answer");
      reachability.found();
      reachability.found();
      assertThat(log.lines()).hasSize(2);
      assertThat(log.lines().get(0))
          .startsWith("WARNING The bus of the nodes, NATS, is away: it does not answer.");
      assertThat(log.lines().get(1)).isEqualTo("INFO The bus of the nodes, NATS, is back.");
    }
  }

  @Test
  void eachTimeItComesSomethingMayHaveBeenMissed() {
    assertThat(reachability.isUp()).isFalse();
    reachability.found();
    reachability.found();
    assertThat(missed).isEqualTo(1);
    reachability.lost("it does not answer");
    assertThat(reachability.isUp()).isFalse();
    reachability.found();
    assertThat(reachability.isUp()).isTrue();
    assertThat(missed).isEqualTo(2);
  }
}
