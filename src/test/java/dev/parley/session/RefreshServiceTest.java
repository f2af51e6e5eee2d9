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
  void twoTabsGetTheSameToken() {
    RefreshToken second = next(opened.refreshToken());
    given.clock.pass(Duration.ofSeconds(30));
    assertThat(next(opened.refreshToken())).isEqualTo(second);
    assertThat(next(second)).isNotEqualTo(second);
  }

  @Test
  void aLostAnswerSignsNobodyOutHoursLater() {
    next(opened.refreshToken()); // lost
    given.clock.pass(Duration.ofHours(9));
    RefreshToken second = next(opened.refreshToken());
    given.clock.pass(Duration.ofHours(9));
    assertThat(next(next(second))).isNotNull();
    assertThat(live()).isTrue();
    assertThat(given.ended.fired()).isEmpty();
  }

  @Test
  void norDoSeveralLostAnswersInARow() {
    for (int lost = 0; lost < 5; lost++) {
      next(opened.refreshToken());
      given.clock.pass(Duration.ofHours(1));
    }
    RefreshToken second = next(opened.refreshToken());
    next(second); // lost
    given.clock.pass(Duration.ofHours(1));
    next(second); // lost again
    given.clock.pass(Duration.ofHours(1));
    next(next(next(second)));
    assertThat(live()).isTrue();
  }

  @Test
  void twoTabsThatWakeUpAfterALostAnswerGetTheSameToken() {
    next(opened.refreshToken()); // lost
    given.clock.pass(Duration.ofHours(9));
    RefreshToken second = next(opened.refreshToken());
    assertThat(next(opened.refreshToken())).isEqualTo(second);
  }

  @Test
  void anAnswerThatOvertookALaterOneIsGoodToo() {
    RefreshToken late = next(opened.refreshToken());
    given.clock.pass(Duration.ofMinutes(1));
    next(opened.refreshToken()); // its answer came before, and was replaced in the browser
    given.clock.pass(Duration.ofMinutes(14));
    next(next(late));
    assertThat(live()).isTrue();
  }

  @Test
  void aRepeatedUseKeepsASessionFromEnding() {
    next(opened.refreshToken()); // lost
    given.clock.pass(Sessions.SESSION.minusMillis(1));
    next(opened.refreshToken());
    given.clock.pass(Sessions.SESSION.minusMillis(1));
    assertThat(live()).isTrue();
  }

  @Test
  void aTokenWhoseSuccessorWasUsedEndsTheSession() {
    RefreshToken second = next(opened.refreshToken());
    RefreshToken third = next(second);
    assertThat(given.refresh(opened.refreshToken())).isEmpty();
    assertThat(live()).isFalse();
    assertThat(given.refresh(third)).isEmpty();
    assertThat(given.ended.fired())
        .containsExactly(new SessionsEnded(given.ana.id(), 1, List.of(opened.sessionId())));
  }

  @Test
  void aThiefWhoComesFirstIsFoundOutWhenBothUseTheirTokens() {
    RefreshToken thiefs = next(opened.refreshToken());
    given.clock.pass(Duration.ofMinutes(7));
    RefreshToken owners = next(opened.refreshToken());
    given.clock.pass(Duration.ofMinutes(8));
    next(thiefs);
    given.clock.pass(Duration.ofMinutes(7));
    assertThat(given.refresh(owners)).isEmpty();
    assertThat(live()).isFalse();
  }

  @Test
  void soIsOneWhoComesLaterAndKeepsInStep() {
    RefreshToken owners = next(opened.refreshToken());
    given.clock.pass(Duration.ofMinutes(7));
    RefreshToken thiefs = next(opened.refreshToken());
    given.clock.pass(Duration.ofMinutes(8));
    next(owners);
    given.clock.pass(Duration.ofMinutes(7));
    assertThat(given.refresh(thiefs)).isEmpty();
    assertThat(live()).isFalse();
  }

  @Test
  void norDoesAThiefGetTheOwnersTokenByAskingTwice() {
    RefreshToken first = next(opened.refreshToken()); // the thief's, as the next
    given.clock.pass(Duration.ofSeconds(31));
    RefreshToken second = next(opened.refreshToken());
    given.clock.pass(Duration.ofMinutes(7));
    RefreshToken owners = next(opened.refreshToken());
    assertThat(List.of(first, second, owners)).doesNotHaveDuplicates();
    given.clock.pass(Duration.ofMinutes(8));
    assertThat(given.refresh(second)).isEmpty();
    assertThat(live()).isFalse();
  }

  @Test
  void aTokenOfAnEarlierVersionIsGoodUntilItsSuccessorWasUsed() {
    RefreshToken untagged = untagged(opened.refreshToken());
    next(untagged); // lost
    given.clock.pass(Duration.ofHours(9));
    next(next(untagged));
    assertThat(given.refresh(untagged)).isEmpty();
    assertThat(live()).isTrue();
  }

  @Test
  void withoutItsTagATokenOfThisVersionIsNoneOnceTheSessionHasGoneOn() {
    RefreshToken third = next(next(opened.refreshToken()));
    assertThat(given.refresh(untagged(third))).isEmpty();
    assertThat(next(third)).isNotNull();
  }

  private static RefreshToken untagged(RefreshToken token) {
    return RefreshToken.parse(token.sessionId() + "." + token.secret()).orElseThrow();
  }

  @Test
  void aTokenThatTheDatabaseHasLostAccusesNobody() {
    RefreshToken lost = next(next(next(opened.refreshToken())));
    given.database.inTransaction(
        () ->
            given
                .database
                .entities()
                .createQuery(
                    "update Session s set s.refreshHash = :hash, s.previousHash = null,"
                        + " s.generation = 0")
                .setParameter("hash", opened.refreshToken().hash())
                .executeUpdate());
    assertThat(given.refresh(lost)).isEmpty();
    assertThat(live()).isTrue();
  }

  @Test
  void anOlderTokenThanThePreviousOneEndsTheSessionAtOnce() {
    next(next(next(opened.refreshToken())));
    assertThat(given.refresh(opened.refreshToken())).isEmpty();
    assertThat(live()).isFalse();
  }

  @Test
  void aTokenThatWasNeverGoodEndsNothing() {
    assertThat(given.refresh(madeUp(opened.sessionId()))).isEmpty();
    assertThat(given.refresh(madeUp(999_999))).isEmpty();
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

  private static RefreshToken madeUp(long sessionId) {
    return new RefreshToken(sessionId, 0, Secrets.random(), Secrets.random());
  }
}
