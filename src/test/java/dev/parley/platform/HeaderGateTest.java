package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.EmptiedRequest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HeaderGateTest {
  @Test
  void aRequestThatIsOverGoesOn() throws IOException, ServletException {
    assertThat(EmptiedRequest.passes(new HeaderGate())).isTrue();
  }
}
