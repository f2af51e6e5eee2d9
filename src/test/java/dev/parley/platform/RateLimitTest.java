package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  @Test
  void aBurstGoesThroughAndTheNextMustWait() {
    var limit = RateLimit.per(Duration.ofHours(1), 3);
    for (int i = 0; i < 3; i++) {
      limit.take("ana");
    }
    assertThatExceptionOfType(TooManyRequestsException.class)
        .isThrownBy(() -> limit.take("ana"))
        .satisfies(
            e ->
                assertThat(e.problem().retryAfterMs())
                    .isBetween(1L, Duration.ofMinutes(20).toMillis()));
  }

  @Test
  void peopleAreToldHowLongToWait() {
    assertThat(told(Duration.ofMillis(200))).isEqualTo("Please wait a moment and try again.");
    assertThat(told(Duration.ofSeconds(61))).isEqualTo("Please try again in 2 minutes.");
    assertThat(told(Duration.ofMinutes(121))).isEqualTo("Please try again in 3 hours.");
  }

  private static String told(Duration wait) {
    return new TooManyRequestsException(wait).problem().detail();
  }

  @Test
  void oneKeyDoesNotUseUpAnother() {
    var limit = RateLimit.per(Duration.ofHours(1), 1);
    limit.take("ana");
    assertThatCode(() -> limit.take("bo")).doesNotThrowAnyException();
  }

  @Test
  void severalAreCountedTogetherOrNotAtAll() {
    var limit = RateLimit.per(Duration.ofHours(1), 3);
    limit.take("ana", 2);
    assertThatExceptionOfType(TooManyRequestsException.class)
        .isThrownBy(() -> limit.take("ana", 2));
    assertThatCode(() -> limit.take("ana")).doesNotThrowAnyException();
  }

  @Test
  void moreThanMayEverBeDoneAtOnceUseUpAll() {
    var limit = RateLimit.per(Duration.ofHours(1), 3);
    limit.take("ana", 100);
    assertThatExceptionOfType(TooManyRequestsException.class).isThrownBy(() -> limit.take("ana"));
  }

  @Test
  void noLimitIsNoLimit() {
    var limit = RateLimit.off();
    assertThatCode(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                limit.take("ana");
              }
            })
        .doesNotThrowAnyException();
  }
}
