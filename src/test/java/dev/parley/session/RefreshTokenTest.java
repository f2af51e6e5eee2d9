package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Secrets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00.123456789Z");
  private final RefreshTokenFamily family = new RefreshTokenFamily("the key", 17, BEGIN);
  private final RefreshToken first = family.first();

  @Test
  void whatACookieHoldsIsReadBack() {
    assertThat(RefreshToken.parse(first.text())).contains(first);
  }

  @Test
  void soIsWhatEarlierVersionsMade() {
    String secret = "A".repeat(43);
    assertThat(RefreshToken.parse("17." + secret)).contains(new RefreshToken(17, 0, secret, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "17",
        "17.short",
        "17.0.short.x",
        "17.0.x",
        "-1.0.x.x",
        "17.-1.x.x",
        "17.0.💥.x"
      })
  void anythingElseIsNone(String text) {
    assertThat(RefreshToken.parse(text.replace("x", "A".repeat(43)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999999999999999999.0", "17.9999999999"})
  void numbersThatAreTooLargeAreNone(String numbers) {
    String secret = "A".repeat(43);
    assertThat(RefreshToken.parse(numbers + "." + secret + "." + secret)).isEmpty();
  }

  @Test
  void itsSuccessorsFollowFromTheKeyAndAreAlwaysTheSame() {
    var another = new RefreshTokenFamily("another key", 17, BEGIN);
    assertThat(family.successor(first)).isEqualTo(family.successor(first));
    assertThat(family.alternative(first, BEGIN)).isEqualTo(family.alternative(first, BEGIN));
    var secrets =
        List.of(
            first.secret(),
            family.successor(first).secret(),
            family.alternative(first, BEGIN).secret(),
            family.alternative(first, BEGIN.plusMillis(1)).secret(),
            another.successor(first).secret(),
            another.alternative(first, BEGIN).secret());
    assertThat(secrets).doesNotHaveDuplicates();
    assertThat(family.alternative(family.successor(first), BEGIN).generation()).isEqualTo(2);
  }

  @Test
  void aTokenIsKnownForOneThatWasIssued() {
    var stored = new RefreshTokenFamily("the key", 17, BEGIN.truncatedTo(ChronoUnit.MICROS));
    assertThat(stored.issued(first)).isTrue();
    assertThat(stored.issued(family.alternative(first, BEGIN))).isTrue();
    String secret = Secrets.random();
    assertThat(stored.issued(new RefreshToken(17, 0, secret, first.tag()))).isFalse();
    assertThat(stored.issued(new RefreshToken(17, 1, first.secret(), first.tag()))).isFalse();
    assertThat(stored.issued(new RefreshToken(18, 0, first.secret(), first.tag()))).isFalse();
  }

  @Test
  void aSessionThatGetsTheSameIdLaterKnowsNothingOfIt() {
    assertThat(new RefreshTokenFamily("the key", 17, BEGIN.plusMillis(1)).issued(first)).isFalse();
    assertThat(new RefreshTokenFamily("the key", 18, BEGIN).issued(first)).isFalse();
  }

  @Test
  void noTextOfItShowsTheSecret() {
    assertThat(first.toString()).doesNotContain(first.secret()).doesNotContain(first.tag());
  }
}
