package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Secrets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {
  private static final String KEY = "the installation's";
  private final RefreshToken first = new RefreshToken(17, Secrets.random());

  @Test
  void whatACookieHoldsIsReadBack() {
    assertThat(RefreshToken.parse(first.text())).contains(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "17", "17.short", "-1.x", "9999999999999999999.x", "17.💥"})
  void anythingElseIsNone(String text) {
    assertThat(RefreshToken.parse(text.replace("x", "A".repeat(43)))).isEmpty();
  }

  @Test
  void theNextOneFollowsFromTheKeyAndIsAlwaysTheSame() {
    assertThat(first.next(KEY)).isEqualTo(first.next(KEY)).isNotEqualTo(first.next("another's"));
    assertThat(first.next(KEY).sessionId()).isEqualTo(17);
  }

  @Test
  void anEarlierOneIsKnownByWhatCameAfterIt() {
    RefreshToken tenth = Stream.iterate(first, token -> token.next(KEY)).skip(9).findFirst().get();
    assertThat(first.precedes(tenth.hash(), KEY)).isTrue();
    assertThat(tenth.precedes(first.hash(), KEY)).isFalse();
    assertThat(first.precedes(first.hash(), KEY)).isFalse();
    assertThat(new RefreshToken(17, Secrets.random()).precedes(tenth.hash(), KEY)).isFalse();
  }

  @Test
  void noTextOfItShowsTheSecret() {
    assertThat(first.toString()).doesNotContain(first.secret());
  }
}
