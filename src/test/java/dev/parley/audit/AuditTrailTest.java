package dev.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.InvalidInputException;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailTest {
  private static final long ANA = 1;
  private static final long BO = 2;

  private final TestClock clock = new TestClock();
  private final TestDatabase database = new TestDatabase();
  private final AuditTrail trail = Audits.trail(database, clock);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theNewestComesFirstAndPagesFollow() {
    for (int i = 1; i <= 5; i++) {
      note(AuditAction.ROLE_CHANGED, ANA, BO, "" + i);
      clock.pass(Duration.ofSeconds(i % 2)); // two at a time have one moment
    }
    List<AuditLine> newest = lines(null, null, null, 2);
    List<AuditLine> older = lines(null, null, cursor(newest.get(1)), 9);
    assertThat(newest).extracting(line -> line.act().detail()).containsExactly("5", "4");
    assertThat(older).extracting(line -> line.act().detail()).containsExactly("3", "2", "1");
  }

  @Test
  void linesAreFoundByWhatWasDoneAndByWhoWasConcerned() {
    note(AuditAction.USER_DISABLED, ANA, BO, "a");
    note(AuditAction.USER_ENABLED, ANA, null, "b");
    note(AuditAction.USER_DISABLED, null, BO, "c");
    assertThat(lines(AuditAction.USER_DISABLED, null, null, 9))
        .extracting(line -> line.act().detail())
        .containsExactly("c", "a");
    assertThat(lines(null, ANA, null, 9))
        .extracting(line -> line.act().detail())
        .containsExactly("b", "a");
    assertThat(lines(AuditAction.USER_ENABLED, BO, null, 9)).isEmpty();
  }

  @Test
  void whatIsTooLongIsCut() {
    note(AuditAction.ROLE_CHANGED, ANA, BO, "x".repeat(1000));
    assertThat(lines(null, null, null, 1).get(0).act().detail()).hasSize(Act.MAX_DETAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%00", "YWZ0ZXI6MQ", "YXVkaXQ6MTox=="})
  void aCursorIsOneThatWasHandedOut(String text) {
    assertThatThrownBy(() -> AuditCursor.parse(text)).isInstanceOf(InvalidInputException.class);
  }

  private void note(
      AuditAction action, @Nullable Long actor, @Nullable Long subject, String detail) {
    database.inTransaction(
        () -> {
          trail.note(new Act(action, actor, subject, "192.0.2.1", detail));
          return null;
        });
  }

  private List<AuditLine> lines(
      @Nullable AuditAction action, @Nullable Long user, @Nullable AuditCursor before, int limit) {
    return trail.lines(new AuditFilter(action, user, before, limit));
  }

  private static AuditCursor cursor(AuditLine line) {
    var cursor = new AuditCursor(line.at(), line.id());
    return AuditCursor.parse(cursor.text());
  }
}
