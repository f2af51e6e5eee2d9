package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshServiceTest {
  @TempDir Path data;
  private Sessions given;
  private Grant opened;

  @BeforeEach
  void open() {
    given = new Sessions(data);
    opened = given.open();
  }

  @AfterEach
  void close() {
    given.close();
  }

  @Test
  void eachUseGivesAnotherToken() {
    RefreshToken second = next(opened.refreshToken());
    RefreshToken third = next(second);
    assertThat(List.of(opened.refreshToken(), second, third)).doesNotHaveDuplicates();
    assertThat(live()).isTrue();
  }

  @Test
  void aRepeatedUseWithinThirtySecondsIsAnsweredTheSame() {
    RefreshToken second = next(opened.refreshToken());
    given.clock.pass(Duration.ofSeconds(30));
    assertThat(next(opened.refreshToken())).isEqualTo(second);
    assertThat(next(second)).isNotEqualTo(second);
  }

  @Test
  void aRepeatedUseAfterThatEndsTheSession() {
    RefreshToken second = next(opened.refreshToken());
    given.clock.pass(Duration.ofSeconds(30).plusMillis(1));
    assertThat(given.refresh(opened.refreshToken())).isEmpty();
    assertThat(live()).isFalse();
    assertThat(given.refresh(second)).isEmpty();
    assertThat(given.ended.fired())
        .containsExactly(new SessionsEnded(given.ana.id(), 1, List.of(opened.sessionId())));
  }

  @Test
  void anOlderTokenThanThePreviousOneEndsTheSessionAtOnce() {
    next(next(next(opened.refreshToken())));
    assertThat(given.refresh(opened.refreshToken())).isEmpty();
    assertThat(live()).isFalse();
  }

  @Test
  void aTokenThatWasNeverGoodEndsNothing() {
    var madeUp = new RefreshToken(opened.sessionId(), Secrets.random());
    assertThat(given.refresh(madeUp)).isEmpty();
    assertThat(given.refresh(new RefreshToken(999_999, Secrets.random()))).isEmpty();
    assertThat(live()).isTrue();
    assertThat(given.ended.fired()).isEmpty();
  }

  @Test
  void aSessionLastsFromItsLastUse() {
    given.clock.pass(Sessions.SESSION.minusMillis(1));
    RefreshToken second = next(opened.refreshToken());
    given.clock.pass(Sessions.SESSION.minusMillis(1));
    assertThat(live()).isTrue();
    given.clock.pass(Duration.ofMillis(1));
    assertThat(live()).isFalse();
    assertThat(given.refresh(second)).isEmpty();
  }

  @Test
  void aSessionThatHasEndedIsNotRefreshed() {
    given.end(opened.sessionId());
    assertThat(given.refresh(opened.refreshToken())).isEmpty();
  }

  private RefreshToken next(RefreshToken token) {
    return given.refresh(token).orElseThrow().refreshToken();
  }

  private boolean live() {
    return given.sessions.live(opened.sessionId()).isPresent();
  }
}
