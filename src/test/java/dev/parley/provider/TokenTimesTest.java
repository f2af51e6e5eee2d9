package dev.parley.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class TokenTimesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void theDifferenceIsSaid() {
    assertThat(TokenTimes.trouble(claims(95, 395), NOW))
        .contains("By this clock it was made 95 s in the future; 60 s are allowed.");
    assertThat(TokenTimes.trouble(claims(-400, -100), NOW))
        .contains("By this clock it ended 100 s ago; 60 s are allowed.");
    var begins = new JWTClaimsSet.Builder().notBeforeTime(at(61)).build();
    assertThat(TokenTimes.trouble(begins, NOW))
        .contains("By this clock it begins 61 s in the future; 60 s are allowed.");
  }

  @Test
  void whatIsWithinAMinuteIsInTime() {
    assertThat(TokenTimes.trouble(claims(60, 300), NOW)).isEmpty();
    assertThat(TokenTimes.trouble(claims(-360, -60), NOW)).isEmpty();
    assertThat(TokenTimes.trouble(new JWTClaimsSet.Builder().build(), NOW)).isEmpty();
  }

  private static JWTClaimsSet claims(int made, int end) {
    return new JWTClaimsSet.Builder().issueTime(at(made)).expirationTime(at(end)).build();
  }

  private static Date at(int seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }
}
