package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {
  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
    "::ffff:192.0.2.7, 192.0.2.7",
    "fe80::1%1, fe80::2"
  })
  void oneClientCannotBeMany(String one, String other) {
    assertThat(Networks.of(one)).isEqualTo(Networks.of(other));
  }

  @Test
  void othersAreOthers() {
    assertThat(Networks.of("2001:db8:1:2::1")).isNotEqualTo(Networks.of("2001:db8:1:3::1"));
    assertThat(Networks.of("192.0.2.7")).isNotEqualTo(Networks.of("192.0.2.8"));
  }

  @Test
  void aNetworkIsWrittenAsPeopleWriteIt() {
    assertThat(Networks.of("2001:DB8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2::/64");
    assertThat(Networks.of("0:0:0:0:0:0:0:1")).isEqualTo("::/64");
  }
}
