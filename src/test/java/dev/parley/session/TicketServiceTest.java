package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketServiceTest {
  @TempDir Path data;
  private Sessions given;
  private long session;
  private SignedIn proof;

  @BeforeEach
  void open() {
    given = new Sessions(data);
    session = given.open().sessionId();
    proof = given.sessions.live(session).orElseThrow();
  }

  @AfterEach
  void close() {
    given.close();
  }

  @Test
  void aTicketIsGoodOnceAndAsLongAsAnAccessToken() {
    String ticket = issue();
    assertThat(redeem(ticket))
        .contains(
            new SignedIn(
                given.ana.id(),
                session,
                proof.nonce(),
                given.clock.instant().plus(Sessions.TOKEN)));
    assertThat(redeem(ticket)).isEmpty();
  }

  @Test
  void aTicketIsGoodForThirtySeconds() {
    String late = issue();
    given.clock.pass(Duration.ofSeconds(30));
    assertThat(redeem(late)).isEmpty();
    assertThat(redeem("made up")).isEmpty();
  }

  @Test
  void aTicketOfASessionThatHasEndedIsNot() {
    String ticket = issue();
    given.end(session);
    assertThat(redeem(ticket)).isEmpty();
  }

  @Test
  void nobodyGetsOneForAnotherSessionWithTheSameId() {
    var lost = new SignedIn(proof.userId(), session, "of another", proof.expiresAt());
    assertThatThrownBy(() -> given.database.inTransaction(() -> given.tickets.issue(lost)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(401));
  }

  private String issue() {
    return given.database.inTransaction(() -> given.tickets.issue(proof)).ticket();
  }

  private Optional<SignedIn> redeem(String ticket) {
    return given.database.inTransaction(() -> given.tickets.redeem(ticket));
  }
}
