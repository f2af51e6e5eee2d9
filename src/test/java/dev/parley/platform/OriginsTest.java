package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
  @ParameterizedTest
  @CsvSource({
    "https://chat.example.org, https://chat.example.org",
    "HTTPS://Chat.Example.org:443/x, https://chat.example.org",
    "http://localhost:80, http://localhost",
    "http://localhost:8080, http://localhost:8080",
    "http://[::1]:8080, http://[::1]:8080",
  })
  void anOriginHasOneWrittenForm(String address, String origin) {
    assertThat(Origins.parse(address).map(Origins::of)).contains(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "chat.example.org",
        "ftp://a.example",
        "https://",
        "https://a b",
        "https://u@a.example",
        "https://a.example?x",
        "https://a.example#x",
        "javascript:alert(1)"
      })
  void whatIsNoWebAddressIsNone(String text) {
    assertThat(Origins.parse(text)).isEmpty();
  }

  @Test
  void aHostFitsTheAddressItNames() {
    var url = URI.create("https://chat.example.org");
    assertThat(Origins.hostFits("chat.example.org", url)).isTrue();
    assertThat(Origins.hostFits("CHAT.example.org:443", url)).isTrue();
    assertThat(Origins.hostFits("chat.example.org:80", url)).isFalse();
    assertThat(Origins.hostFits("chat.example.org.evil.example", url)).isFalse();
    assertThat(Origins.hostFits("chat.example.org@evil.example", url)).isFalse();
    assertThat(Origins.hostFits(null, url)).isFalse();
  }
}
