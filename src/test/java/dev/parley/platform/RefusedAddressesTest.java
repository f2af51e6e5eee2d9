package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusedAddressesTest {
  @Test
  void theLineNamesWhatCameAndWhatWasExpected() {
    assertThat(RefusedAddresses.line("Host", "10.0.0.11:8080", "chat.example.org (parley.url)"))
        .startsWith(
            "A request was refused for its Host: \"10.0.0.11:8080\" came, expected was"
                + " chat.example.org (parley.url).");
    assertThat(RefusedAddresses.line("Origin", null, "x")).contains(": none came,");
  }

  @Test
  void whatCameIsCutAndCannotMakeALineOfItsOwn() {
    String line =
        RefusedAddresses.line("Host", "a\r\nINFO \"\u2028\u001b[31m" + "x".repeat(9_000), "b");
    assertThat(line).hasSizeLessThan(300).contains("a??INFO ???[31mx");
    assertThat(line.chars()).allMatch(c -> (c >= ' ' && c < 0x7f) || c == '…');
  }
}
