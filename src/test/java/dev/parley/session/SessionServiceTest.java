package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.PageRequest;
import dev.parley.user.Role;
import dev.parley.user.UserView;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionServiceTest {
  private static final PageRequest ALL = PageRequest.of(null, null);

  @TempDir Path data;
  private Sessions given;

  @BeforeEach
  void open() {
    given = new Sessions(data);
  }

  @AfterEach
  void close() {
    given.close();
  }

  @Test
  void anAccessTokenIsLetInWhileItsSessionLives() {
    Grant ana = given.open();
    var token = new VerifiedToken(given.issuer.issue(ana));
    Access access = given.sessions.admit(token).orElseThrow();
    assertThat(access.signedIn())
        .isEqualTo(
            new SignedIn(
                given.ana.id(),
                ana.sessionId(),
                ana.nonce(),
                given.clock.instant().plus(Sessions.TOKEN)));
    assertThat(access.role()).isEqualTo(Role.USER);
    given.end(ana.sessionId());
    assertThat(given.sessions.admit(token)).isEmpty();
  }

  @Test
  void theDatabaseSaysWhoIsAnAdministratorAndNotTheToken() {
    var claimed = new UserView(given.ana.id(), "ana", "Ana", Role.ADMIN, given.clock.instant());
    var token = new VerifiedToken(given.issuer.issue(as(claimed, given.open())));
    assertThat(given.sessions.admit(token).orElseThrow().holds("admin")).isFalse();
  }

  @Test
  void aTokenOfAnotherUserForThisSessionIsNot() {
    UserView bo = given.register("bo");
    var token = new VerifiedToken(given.issuer.issue(as(bo, given.open())));
    assertThat(given.sessions.admit(token)).isEmpty();
  }

  @Test
  void aTokenOfAnotherSessionWithTheSameIdIsNot() {
    Grant ana = given.open();
    var lost = new Grant(ana.user(), ana.sessionId(), "of another", ana.refreshToken());
    assertThat(given.sessions.admit(new VerifiedToken(given.issuer.issue(lost)))).isEmpty();
    SignedIn proof = given.sessions.live(ana.sessionId()).orElseThrow();
    assertThat(given.sessions.isLive(proof)).isTrue();
    var stale = new SignedIn(proof.userId(), proof.sessionId(), "of another", proof.expiresAt());
    assertThat(given.sessions.isLive(stale)).isFalse();
    assertThat(given.sessions.access(stale)).isEmpty();
  }

  @Test
  void someoneDisabledIsOut() {
    Grant ana = given.open();
    var token = new VerifiedToken(given.issuer.issue(ana));
    given.database.inTransaction(
        () ->
            given
                .database
                .entities()
                .createQuery("update User u set u.disabledAt = :now")
                .setParameter("now", given.clock.instant())
                .executeUpdate());
    assertThat(given.sessions.admit(token)).isEmpty();
    assertThat(given.sessions.live(ana.sessionId())).isEmpty();
    assertThat(given.refresh(ana.refreshToken())).isEmpty();
  }

  @Test
  void endingASessionIsToldOnceAndSeenOnOtherNodes() {
    long session = given.open().sessionId();
    assertThat(given.end(session)).isTrue();
    assertThat(given.end(session)).isFalse();
    assertThat(given.ended.fired())
        .containsExactly(new SessionsEnded(given.ana.id(), 1, List.of(session)));
    assertThat(given.sessions.revs.of(given.ana.id())).isPositive();
  }

  @Test
  void nobodyEndsTheSessionOfSomeoneElse() {
    UserView bo = given.register("bo");
    long session = given.open().sessionId();
    assertThat(given.database.inTransaction(() -> given.sessions.end(bo.id(), session))).isFalse();
    assertThat(given.sessions.live(session)).isPresent();
  }

  @Test
  void endingTheOthersKeepsThisOne() {
    long first = given.open().sessionId();
    given.clock.pass(Duration.ofMinutes(1));
    long second = given.open().sessionId();
    assertThat(given.sessions.of(given.ana.id(), first, ALL).sessions())
        .extracting(SessionView::id)
        .containsExactly(second, first);
    given.database.inTransaction(
        () -> {
          given.sessions.endOthers(given.ana.id(), first);
          return first;
        });
    assertThat(given.sessions.of(given.ana.id(), first, ALL).sessions())
        .containsExactly(
            new SessionView(
                first,
                given.clock.instant().minus(Duration.ofMinutes(1)),
                given.clock.instant().minus(Duration.ofMinutes(1)),
                "a test",
                true));
  }

  @Test
  void oneTooManyEndsTheOneThatWasNotUsedForLongest() {
    Grant first = openLater();
    long second = openLater().sessionId();
    openLater();
    next(first); // so the second one is the least used
    openLater();
    assertThat(given.sessions.live(second)).isEmpty();
    assertThat(given.sessions.live(first.sessionId())).isPresent();
    assertThat(given.sessions.of(given.ana.id(), 0, ALL).sessions()).hasSize(3);
    assertThat(given.ended.fired())
        .containsExactly(new SessionsEnded(given.ana.id(), 1, List.of(second)));
  }

  @Test
  void sessionsAreListedInPages() {
    long first = openLater().sessionId();
    long second = openLater().sessionId();
    long third = openLater().sessionId();
    SessionList page = given.sessions.of(given.ana.id(), 0, PageRequest.of(null, "2"));
    assertThat(page.sessions()).extracting(SessionView::id).containsExactly(third, second);
    SessionList rest = given.sessions.of(given.ana.id(), 0, PageRequest.of(page.next(), "2"));
    assertThat(rest.sessions()).extracting(SessionView::id).containsExactly(first);
    assertThat(rest.next()).isNull();
  }

  private Grant openLater() {
    given.clock.pass(Duration.ofMinutes(1));
    return given.open();
  }

  private void next(Grant grant) {
    given.clock.pass(Duration.ofMinutes(1));
    assertThat(given.refresh(grant.refreshToken())).isPresent();
  }

  @Test
  void deadSessionsAndTicketsAreSweptAway() {
    long live = given.open().sessionId();
    long dead = given.open().sessionId();
    SignedIn proof = given.sessions.live(dead).orElseThrow();
    given.database.inTransaction(() -> given.tickets.issue(proof));
    given.end(dead);
    given.clock.pass(Duration.ofHours(26));
    given.database.inTransaction(
        () -> {
          given.sweep.removeTickets();
          return given.sweep.removeSessions();
        });
    assertThat(
            given
                .database
                .entities()
                .createQuery("select s.id from Session s", Long.class)
                .getResultList())
        .containsExactly(live);
  }

  @Test
  void aRequestHoldsNothingThatTheEndOfItsSessionWaitsFor() throws Exception {
    long session = given.open().sessionId();
    try (Connection ending = given.database.connection();
        Statement statement = ending.createStatement()) {
      ending.setAutoCommit(false);
      statement.executeUpdate("update users set last_rev = last_rev + 1");
      var request =
          CompletableFuture.supplyAsync(
              () -> given.database.inTransaction(() -> given.sessions.live(session)));
      awaitOneWhoWaits(statement);
      statement.executeUpdate("update sessions set expires_at = created_at");
      ending.commit();
      assertThat(request.get(10, TimeUnit.SECONDS)).isPresent(); // it was, when it was looked at
    }
    assertThat(given.sessions.live(session)).isEmpty();
  }

  private static Grant as(UserView user, Grant grant) {
    return new Grant(user, grant.sessionId(), grant.nonce(), grant.refreshToken());
  }

  private static void awaitOneWhoWaits(Statement statement) throws SQLException {
    do {
      Thread.onSpinWait();
    } while (!statement
        .executeQuery("select xid from syscs_diag.lock_table where state = 'WAIT'")
        .next());
  }
}
