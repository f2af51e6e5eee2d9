package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "br, gzip",
        "gzip;q=0.5",
        "gzip ; Q=1.000",
        "*",
        "br;q=1, *;q=0.1",
        "gzip, identity",
        "identity;q=0, gzip;q=0.1",
        ",gzip,,"
      })
  void gzipIsTaken(String line) {
    assertThat(AcceptEncoding.takesGzip(List.of(line))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "br",
        "notgzip",
        "gzipped",
        "gzip;q=0",
        "gzip;q=0.000",
        "gzip;q=0, *",
        "*;q=0",
        "identity",
        "identity, gzip;q=0.5",
        "gzip;q=2",
        "gzip;q=x",
        "gzip;level=1"
      })
  void gzipIsNot(String line) {
    assertThat(AcceptEncoding.takesGzip(List.of(line))).isFalse();
  }

  @Test
  void severalLinesAreOneList() {
    assertThat(AcceptEncoding.takesGzip(List.of("br", "gzip"))).isTrue();
    assertThat(AcceptEncoding.takesGzip(List.of())).isFalse();
  }
}
