package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.parley.testing.Answer;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Eventually;
import dev.parley.testing.Names;
import dev.parley.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The identity provider tells that a session has ended, and others pretend that it has. */
class BackChannelIT extends AtTheProvider {
  @Test
  void aSessionEndsInBrowsersAndPrograms() {
    String cookie = browser.signIn(ana, of -> of.claim("sid", "one " + ana));
    String inBrowser = browser.token(cookie);
    String program = token(of -> of.claim("sid", "one " + ana));
    String other = token(of -> of.claim("sid", "two " + ana));
    List.of(inBrowser, program, other).forEach(one -> nobody.as(one).get(ME).expect(200));
    try (ChatSocket socket = online(inBrowser)) {
      ends(provider.logoutToken(of -> of.subject(ana).claim("sid", "one " + ana)));
      assertThat(socket.awaitClose(Duration.ofSeconds(1))).isEqualTo(4401);
    }
    refused(inBrowser);
    refused(program);
    browser.refresh(cookie).expectProblem(401, "unauthorized");
    nobody.as(other).get(ME).expect(200);
  }

  @Test
  void allOfSomeonesEndWhereNoneIsNamed() {
    String cookie = browser.signIn(ana);
    String inBrowser = browser.token(cookie);
    String program = token(of -> of);
    String unseen = token(of -> of.claim("sid", "unseen " + ana));
    String bo = provider.accessToken("bo" + Names.unique(), of -> of);
    List.of(inBrowser, program, bo).forEach(one -> nobody.as(one).get(ME).expect(200));
    ends(provider.logoutToken(of -> of.subject(ana)));
    List.of(inBrowser, program, unseen).forEach(this::refused);
    browser.refresh(cookie).expectProblem(401, "unauthorized");
    nobody.as(bo).get(ME).expect(200);
  }

  @Test
  void aSessionThatWasNeverSeenStaysOut() {
    String unseen = token(of -> of);
    ends(provider.logoutToken(of -> of.claim("sid", "session of " + ana)));
    refused(unseen);
    nobody.as(token(of -> of.claim("sid", "another " + ana))).get(ME).expect(200);
  }

  @Test
  void aBrowserThatComesBackWithAnEndedSessionIsRefused() {
    SignOns.Way way = browser.begin();
    String code = browser.code(ana, way.nonce(), of -> of.claim("sid", "early " + ana));
    ends(provider.logoutToken(of -> of.claim("sid", "early " + ana)));
    browser.refused(browser.comeBack(way, code), "refused");
  }

  @Test
  void whatIsSaidAgainEndsNothingThatBeganLater() {
    nobody.as(token(of -> of)).get(ME).expect(200);
    String logout = provider.logoutToken(of -> of.subject(ana));
    ends(logout);
    awaitNextSecond();
    String later = token(of -> of.claim("sid", "later " + ana));
    String inBrowser = browser.token(browser.signIn(ana));
    nobody.as(later).get(ME).expect(200);
    logOut("logout_token=" + logout).expectAnyOf(200, 400);
    nobody.as(later).get(ME).expect(200);
    nobody.as(inBrowser).get(ME).expect(200);
  }

  @Test
  void whatIsSaidAtOnceIsAnsweredAsOne() {
    String token = token(of -> of);
    nobody.as(token).get(ME).expect(200);
    String all = provider.logoutToken(of -> of.subject(ana));
    Together.run(10, i -> logOut("logout_token=" + all).expect(200));
    String one = provider.logoutToken(of -> of.claim("sid", "once " + ana));
    Together.run(10, i -> logOut("logout_token=" + one).expect(200));
    refused(token);
  }

  @Test
  void whatIsOutOfItsTimeEndsNothing() {
    String token = token(of -> of);
    nobody.as(token).get(ME).expect(200);
    Instant now = Instant.now();
    badToken(
        provider.logoutToken(
            of -> of.subject(ana).expirationTime(Date.from(now.minusSeconds(60)))));
    badToken(
        provider.logoutToken(
            of ->
                of.subject(ana)
                    .issueTime(Date.from(now.minus(Duration.ofDays(1))))
                    .expirationTime(null)));
    nobody.as(token).get(ME).expect(200);
  }

  @Test
  void whatIsNoLogoutTokenEndsNothing() {
    String token = token(of -> of);
    nobody.as(token).get(ME).expect(200);
    for (String other :
        List.of(
            "x",
            "",
            "a.b.c",
            "bnVsbA.e30.AAAA", // the header is null
            token,
            provider.idToken(ana, of -> of),
            provider.logoutToken(of -> of.subject(ana).claim("nonce", "n")),
            provider.logoutToken(of -> of.subject(ana).audience("another")),
            provider.logoutToken(of -> of.subject(ana).issuer("https://another.example")),
            provider.logoutToken(of -> of.subject(ana).claim("events", Map.of())),
            provider.logoutToken(of -> of.subject(ana).claim("events", "x")),
            provider.logoutToken(of -> of.subject(ana).claim("events", List.of())),
            provider.logoutToken(of -> of.claim("sid", 1)),
            provider.logoutToken(of -> of.claim("sid", "")),
            provider.logoutToken(of -> of.subject("").claim("sid", null)),
            provider.logoutToken(of -> of))) {
      badToken(other);
    }
    nobody.as(token).get(ME).expect(200);
  }

  @Test
  void whatIsNoFormIsRefused() {
    logOut("").expectProblem(400, "bad_logout_token");
    logOut("&&&==").expectProblem(400, "bad_logout_token");
    logOut("logout_token=%zz").expectProblem(400, "bad_logout_token");
    logOut("logout_token=" + "x".repeat(1 << 20)).expectProblem(413, "too_large");
    logOut("logout_token=" + "x".repeat(40_000)).expectProblem(413, "too_large");
    assertThat(nobody.post(LOGOUT, Map.of("logout_token", "x")).status()).isEqualTo(415);
    assertThat(nobody.get(LOGOUT).status()).isEqualTo(405);
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return provider.accessToken(ana, change);
  }

  private void ends(String logoutToken) {
    Answer answer = logOut("logout_token=" + logoutToken).expect(200);
    assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
  }

  private void badToken(String other) {
    logOut("logout_token=" + other).expectProblem(400, "bad_logout_token");
  }

  private void refused(String token) {
    nobody.as(token).get(ME).expectProblem(401, "unauthorized");
  }

  private ChatSocket online(String token) {
    ChatSocket socket = ChatSocket.to(nobody.server()).protocols("parley.v1").bearer(token).open();
    socket.ask("hello", Map.of("client", "test"));
    return socket;
  }

  /** Tokens tell whole seconds: what is made in the same one is not newer. */
  private static void awaitNextSecond() {
    long next = Instant.now().getEpochSecond() + 1;
    Eventually.holds(
        "next second", Duration.ofSeconds(3), () -> Instant.now().getEpochSecond() > next);
  }
}
