package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.parley.testing.Api;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Eventually;
import dev.parley.testing.Names;
import dev.parley.testing.PlainProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a good token: the database decides, and what was told last. */
class ProviderAccessIT extends AtTheProvider {
  private static final String ACCOUNTS = "/api/admin/users";
  private static final int FORBIDDEN_SOCKET = 4401;
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private Api admin;

  @BeforeEach
  void bringAnAdministrator() {
    admin = nobody.as(provider.accessToken("root" + Names.unique(), ProviderAccessIT::admin));
    admin.get(ACCOUNTS).expect(200);
  }

  @Test
  void theGroupMakesAnAdministratorAndLeavingItEndsThat() {
    Instant now = Instant.now();
    String inTheGroup = token(of -> admin(of).issueTime(Date.from(now.minusSeconds(60))));
    nobody.as(inTheGroup).get(ACCOUNTS).expect(200);
    String left = token(of -> of.issueTime(Date.from(now.minusSeconds(30))));
    nobody.as(left).get(ACCOUNTS).expectProblem(403, "forbidden");
    nobody.as(inTheGroup).get(ACCOUNTS).expectProblem(403, "forbidden");
    String earlier =
        token(of -> admin(of).claim("sid", "s").issueTime(Date.from(now.minusSeconds(45))));
    nobody.as(earlier).get(ACCOUNTS).expectProblem(403, "forbidden");
    nobody.as(left).get(ME).expect(200);
    nobody.as(token(ProviderAccessIT::admin)).get(ACCOUNTS).expect(200);
  }

  @Test
  void theGroupCountsInEveryProgramAtOnce() {
    Instant now = Instant.now();
    String inTheGroup = token(of -> admin(of).issueTime(Date.from(now.minusSeconds(60))));
    nobody.as(inTheGroup).get(ACCOUNTS).expect(200);
    nobody.as(token(of -> of.claim("sid", "another").claim("azp", "other"))).get(ME).expect(200);
    nobody.as(inTheGroup).get(ACCOUNTS).expectProblem(403, "forbidden");
  }

  @Test
  void whatLooksLikeTheGroupIsNotIt() {
    for (Object groups :
        List.of("Chat-Admins", List.of("chat-admins "), Map.of("chat-admins", true), "all")) {
      String token = provider.accessToken("x" + Names.unique(), of -> of.claim("groups", groups));
      nobody.as(token).get(ACCOUNTS).expectProblem(403, "forbidden");
    }
  }

  @Test
  void aRoleIsNotChangedHere() {
    long id = id(token(of -> of));
    admin
        .patch(ACCOUNTS + "/" + id, Map.of("role", "ADMIN"))
        .expectProblem(403, "decided_by_provider");
  }

  @Test
  void whoIsShutOutIsOutAtOnceAndComesBackWithNewerTokensOnly() {
    String token = token(of -> of);
    String unseen = token(of -> of.claim("sid", "unseen"));
    long id = id(token);
    String cookie = browser.signIn(ana);
    String own = browser.token(cookie);
    try (ChatSocket socket = online(token)) {
      shutOut(id, true);
      assertThat(socket.awaitClose(AT_ONCE)).isEqualTo(FORBIDDEN_SOCKET);
    }
    refused(token);
    refused(unseen);
    refused(own);
    refused(token(of -> of.claim("sid", "during")));
    browser.refresh(cookie).expectProblem(401, "unauthorized");
    SignOns.Way way = browser.begin();
    browser.refused(browser.comeBack(way, browser.code(ana, way.nonce(), of -> of)), "disabled");
    shutOut(id, false);
    refused(token);
    refused(unseen);
    refused(own);
    awaitNextSecond();
    refused(token(of -> of)); // its session has ended for good
    nobody.as(token(of -> of.claim("sid", "later"))).get(ME).expect(200);
    nobody.as(browser.token(browser.signIn(ana))).get(ME).expect(200);
  }

  @Test
  void aSessionThatIsEndedStaysEndedForItsProgram() {
    String token = token(of -> of);
    String other = token(of -> of.claim("sid", "other"));
    String bo = provider.accessToken("bo" + Names.unique(), of -> of);
    List.of(token, other, bo).forEach(one -> nobody.as(one).get(ME).expect(200));
    try (ChatSocket socket = online(token)) {
      nobody.as(other).delete("/api/sessions/" + sessionOf(token)).expect(204);
      assertThat(socket.awaitClose(AT_ONCE)).isEqualTo(FORBIDDEN_SOCKET);
    }
    refused(token);
    refused(token(of -> of.expirationTime(Date.from(Instant.now().plusSeconds(600)))));
    nobody.as(other).get(ME).expect(200);
    nobody.as(bo).get(ME).expect(200);
  }

  @Test
  void aSessionWithoutANameIsFollowedByWhatIsMadeLater() {
    String token = token(of -> of.claim("sid", null));
    id(token);
    nobody.as(token).delete("/api/sessions/" + sessionOf(token)).expect(204);
    refused(token);
    awaitNextSecond();
    refused(token);
    String later = token(of -> of.claim("sid", null));
    nobody.as(later).get(ME).expect(200);
    refused(token);
    nobody.as(later).get(ME).expect(200);
  }

  @Test
  void allOthersAreEndedAndSoIsWhatWasNotSeenYet() {
    String token = token(of -> of);
    String other = token(of -> of.claim("sid", "other"));
    String unseen = token(of -> of.claim("sid", "unseen"));
    String bo = provider.accessToken("bo" + Names.unique(), of -> of);
    List.of(token, other, bo).forEach(one -> nobody.as(one).get(ME).expect(200));
    try (ChatSocket socket = online(other)) {
      nobody.as(token).delete("/api/sessions").expect(204);
      assertThat(socket.awaitClose(AT_ONCE)).isEqualTo(FORBIDDEN_SOCKET);
    }
    refused(other);
    refused(unseen);
    nobody.as(token).get(ME).expect(200);
    nobody.as(bo).get(ME).expect(200);
  }

  @Test
  void anotherPersonsSessionIsNotEnded() {
    String token = token(of -> of);
    id(token);
    String bo = provider.accessToken("bo" + Names.unique(), of -> of);
    nobody.as(bo).delete("/api/sessions/" + sessionOf(token)).expectProblem(404, "not_found");
    nobody.as(token).get(ME).expect(200);
  }

  private static JWTClaimsSet.Builder admin(JWTClaimsSet.Builder of) {
    return of.claim("groups", List.of(PlainProvider.ADMINS, "all"));
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return provider.accessToken(ana, change);
  }

  private long id(String token) {
    return nobody.as(token).get(ME).expect(200).json().path("id").asLong();
  }

  private long sessionOf(String token) {
    for (JsonNode one : nobody.as(token).get("/api/sessions").expect(200).json().path("sessions")) {
      if (one.path("current").asBoolean()) {
        return one.path("id").asLong();
      }
    }
    throw new AssertionError("There is no current session.");
  }

  private ChatSocket online(String token) {
    ChatSocket socket = ChatSocket.to(nobody.server()).protocols("parley.v1").bearer(token).open();
    socket.ask("hello", Map.of("client", "test"));
    return socket;
  }

  private void shutOut(long id, boolean disabled) {
    admin.patch(ACCOUNTS + "/" + id, Map.of("disabled", disabled)).expect(200);
  }

  private void refused(String token) {
    nobody.as(token).get(ME).expectProblem(401, "unauthorized");
  }

  /** Tokens tell whole seconds: what is made in the same one is not newer. */
  private static void awaitNextSecond() {
    long next = Instant.now().getEpochSecond() + 1;
    Eventually.holds("next second", AT_ONCE.multipliedBy(2), () -> now() > next);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
