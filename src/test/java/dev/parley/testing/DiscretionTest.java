package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiscretionTest {
  @Test
  void whatIsRandomIsNotReadAndAllElseIs() {
    String token = "eyJhbGciOi-JIUzI1NiIsInR5cCI6Ikp_tYruS0x" + "9".repeat(20);
    assertThat(Discretion.readable("{\"token\":\"" + token + "\"}")).isEqualTo("{\"token\":\"…\"}");
    String told =
        "org.glassfish.tyrus.core.SomeVeryLongNameOfAClassThatHasNoNumberInItAtAllException";
    assertThat(Discretion.readable(told)).isEqualTo(told);
  }
}
