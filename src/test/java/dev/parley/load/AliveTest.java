package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AliveTest {
  @Test
  void aHistogramTellsBytesAndConnections() {
    var alive =
        Alive.read(
            """
            4711:
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:        263405       26000000  [B (java.base@17.0.9)
              40:          1100          88000  dev.parley.realtime.Connection
              41:            30           2000  dev.parley.realtime.Connections
            Total       1200000       67108864
            """);
    assertThat(alive).isEqualTo(new Alive(67_108_864, 1_100));
    assertThat(alive.mib()).isEqualTo(64);
  }

  @Test
  void noHistogramIsNoAnswer() {
    assertThatThrownBy(() -> Alive.read("4711:\njava.io.IOException: No such process\n"))
        .hasMessageContaining("No such process");
  }
}
