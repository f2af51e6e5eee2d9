package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestPathsTest {
  @Test
  void aRequestAsksForItsPath() {
    assertThat(RequestPaths.asSent(request("/parley/%61pi"))).isEqualTo("/parley/%61pi");
    assertThat(RequestPaths.ofServlet(request("/api"))).isEqualTo("/api");
  }

  @Test
  void oneThatIsOverAsksForNothing() {
    assertThat(RequestPaths.asSent(request(null))).isEmpty();
    assertThat(RequestPaths.ofServlet(request(null))).isEmpty();
  }

  private static HttpServletRequest request(@Nullable String path) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            RequestPathsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) -> path);
  }
}
