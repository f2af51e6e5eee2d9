package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HeaderGateTest {
  /** Payara empties a request when its connection ends, wherever it is by then. */
  @Test
  void aRequestThatIsOverGoesOn() throws IOException, ServletException {
    var wentOn = new AtomicBoolean();
    new HeaderGate()
        .doFilter(
            empty(HttpServletRequest.class),
            empty(HttpServletResponse.class),
            (request, response) -> wentOn.set(true));
    assertThat(wentOn).isTrue();
  }

  private static <T> T empty(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> null));
  }
}
