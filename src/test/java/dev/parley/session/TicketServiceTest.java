package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

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

  @BeforeEach
  void open() {
    given = new Sessions(data);
    session = given.open().sessionId();
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
            new SignedIn(given.ana.id(), session, given.clock.instant().plus(Sessions.TOKEN)));
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

  private String issue() {
    return given.database.inTransaction(() -> given.tickets.issue(session)).ticket();
  }

  private Optional<SignedIn> redeem(String ticket) {
    return given.database.inTransaction(() -> given.tickets.redeem(ticket));
  }
}
