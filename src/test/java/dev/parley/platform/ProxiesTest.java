package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private static final Proxies OURS =
      Proxies.parse("10.0.0.0/8, 192.0.2.7, 2001:db8::/32").orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.1.1     | 203.0.113.9                       | 203.0.113.9",
        "10.1.1.1     | 198.51.100.1, 203.0.113.9         | 203.0.113.9",
        "10.1.1.1     | 203.0.113.9, 10.2.2.2             | 203.0.113.9",
        "10.1.1.1     | 203.0.113.9, 192.0.2.7, 10.2.2.2  | 203.0.113.9",
        "10.1.1.1     | 10.3.3.3, 10.2.2.2                | 10.3.3.3",
        "10.1.1.1     | 203.0.113.9:4711                  | 203.0.113.9",
        "10.1.1.1     | [2001:db9::1]:4711                | 2001:db9::1",
        "10.1.1.1     | unknown                           | 10.1.1.1",
        "10.1.1.1     | evil.example.org                  | 10.1.1.1",
        "10.1.1.1     | 203.0.113.9, , 10.2.2.2           | 10.2.2.2",
        "2001:db8::7  | 203.0.113.9                       | 203.0.113.9",
        "::ffff:10.1.1.1 | 203.0.113.9                    | 203.0.113.9",
        "203.0.113.66 | 203.0.113.9                       | 203.0.113.66"
      })
  void theFirstThatIsNoProxyOfOursIsTheClient(String peer, String header, String client) {
    assertThat(OURS.client(request(peer, Map.of("X-Forwarded-For", header)))).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=203.0.113.9;proto=https;by=10.1.1.1       | 203.0.113.9",
        "For=\"[2001:db9::1]:4711\"                    | 2001:db9::1",
        "for=198.51.100.1, for=203.0.113.9             | 203.0.113.9",
        "proto=https;for=203.0.113.9, for=10.2.2.2     | 203.0.113.9",
        "for=_hidden                                   | 10.1.1.1",
        "by=203.0.113.9                                | 10.1.1.1"
      })
  void theStandardHeaderCountsBeforeTheOther(String header, String client) {
    var headers = Map.of("Forwarded", header, "X-Forwarded-For", "198.51.100.77");
    assertThat(OURS.client(request("10.1.1.1", headers))).isEqualTo(client);
  }

  @Test
  void withoutProxiesNobodysWordCounts() {
    Proxies none = Proxies.parse(" ").orElseThrow();
    var headers = Map.of("X-Forwarded-For", "203.0.113.9");
    assertThat(none.client(request("10.1.1.1", headers))).isEqualTo("10.1.1.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0", "*", "10.0.0.*", "1", "10.0.0.1-9"})
  void whatIsNoNetworkIsRefused(String list) {
    assertThat(Proxies.parse(list)).isEmpty();
  }

  private static HttpServletRequest request(String peer, Map<String, String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ProxiesTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> peer;
                  case "getHeaders" -> Collections.enumeration(values(headers, arguments[0]));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static List<String> values(Map<String, String> headers, Object name) {
    String value = headers.get(name);
    return value == null ? List.of() : List.of(value);
  }
}
