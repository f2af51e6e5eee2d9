package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Eventually;
import dev.parley.testing.Keycloak;
import dev.parley.testing.SharedKeycloak;
import dev.parley.testing.SharedSignOn;
import dev.parley.testing.SignOnServer;
import dev.parley.testing.SignedInBrowser;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in at a real Keycloak, with browsers and programs. */
@ExtendWith({SharedKeycloak.class, SharedSignOn.class})
class SingleSignOnIT {
  private static final String ME = "/api/users/me";
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration TO_BE_ASKED_AGAIN = Duration.ofSeconds(20);

  private final SignOnServer server;
  private final Keycloak keycloak;

  SingleSignOnIT(SignOnServer server) {
    this.server = server;
    this.keycloak = server.keycloak();
  }

  @Test
  void theServerSaysWhereOneSignsIn() {
    var door = server.parley().api().get("/api/server").expect(200).json();
    assertThat(door.path("registration").asText()).isEqualTo("CLOSED");
    assertThat(door.path("signOn").path("name").asText()).isEqualTo("Keycloak");
    assertThat(door.path("signOn").path("decidesRoles").asBoolean()).isTrue();
  }

  @Test
  void aProgramComesInWithATokenForParleyAndIsItsPerson() {
    var ana = server.program("ana").get(ME).expect(200).json();
    assertThat(ana.path("displayName").asText()).isEqualTo("Ana Araya");
    assertThat(ana.path("role").asText()).isEqualTo("ADMIN");
    var bo = server.program("bo").get(ME).expect(200).json();
    assertThat(bo.path("role").asText()).isEqualTo("USER");
    assertThat(server.program("ana").get(ME).json().path("id")).isEqualTo(ana.path("id"));
  }

  @Test
  void tokensForOthersAndOfOtherKindsAreRefused() {
    refused(keycloak.accessToken("stranger", "ana"));
    refused(keycloak.idToken("bot", "ana"));
    refused(keycloak.signInToParley("ana").path("id_token").asText());
    refused(keycloak.signIn("bot", "ana").path("refresh_token").asText());
  }

  @Test
  void aBrowserSignsInAndStaysIn() {
    Answer back = server.signIn("cy", "rooms/17").expect(303);
    assertThat(back.header("Location").orElseThrow()).endsWith("/rooms/17#signed-in");
    SignedInBrowser browser = server.browser("cy");
    var first = browser.refresh().expect(200).json();
    assertThat(first.path("user").path("displayName").asText()).isEqualTo("Cy Cruz");
    assertThat(first.path("expiresIn").asLong()).isEqualTo(15 * 60);
    var me = browser.api().get(ME).expect(200).json();
    assertThat(me.path("id")).isEqualTo(server.program("cy").get(ME).json().path("id"));
  }

  @Test
  void namesAndRoomsFollowKeycloakAtTheNextRefresh() {
    String username = keycloak.newUser("engineering");
    SignedInBrowser browser = server.browser(username);
    assertThat(rooms(browser.api())).contains(SignOnServer.ROOM_OF_ENGINEERING);
    keycloak.rename(username, "Mia", "Moss");
    keycloak.leave(username, "engineering");
    Eventually.holds("the new name", TO_BE_ASKED_AGAIN, () -> name(browser).equals("Mia Moss"));
    assertThat(rooms(browser.api())).doesNotContain(SignOnServer.ROOM_OF_ENGINEERING);
    keycloak.join(username, "engineering");
    server.browser(username);
    assertThat(rooms(browser.api())).contains(SignOnServer.ROOM_OF_ENGINEERING);
  }

  @Test
  void whoLeavesTheGroupOfAdministratorsIsNoneAnyMoreWhateverAnEarlierTokenSays() {
    String username = keycloak.newUser("chat-admins");
    Api before = server.program(username);
    before.get("/api/admin/users").expect(200);
    keycloak.leave(username, "chat-admins");
    Eventually.holds(
        "the role is gone",
        Duration.ofSeconds(10), // a token is newer when its second is
        () -> server.program(username).get("/api/admin/users").status() == 403);
    before.get("/api/admin/users").expectProblem(403, "forbidden");
  }

  @Test
  void signingOutEndsTheSessionHereAndAtKeycloak() {
    String username = keycloak.newUser();
    SignedInBrowser browser = server.browser(username);
    Api api = browser.api();
    var place = URI.create(api.post("/api/logout").expect(200).json().path("signOutAt").asText());
    assertThat(place.toString()).startsWith(keycloak.issuer().toString());
    assertThat(place.getQuery()).contains("id_token_hint=", "/sign-in");
    api.get(ME).expectProblem(401, "unauthorized");
    browser.refresh().expectProblem(401, "unauthorized");
    new Api(place).get(place.getPath() + "?" + place.getRawQuery()).expect(302);
    assertThat(keycloak.sessions(username)).isZero();
  }

  @Test
  void aLogoutAtKeycloakEndsTokensAndSocketsAtOnce() {
    String username = keycloak.newUser();
    SignedInBrowser browser = server.browser(username);
    Api page = browser.api();
    try (ChatSocket socket = socket(page)) {
      server.signOutAtKeycloak(username);
      assertThat(socket.awaitClose(AT_ONCE)).isEqualTo(4401);
      page.get(ME).expectProblem(401, "unauthorized");
      browser.refresh().expectProblem(401, "unauthorized");
    }
    server.browser(username).api().get(ME).expect(200);
  }

  @Test
  void anAdministratorsWordHoldsAgainstKeycloaks() {
    String username = keycloak.newUser();
    SignedInBrowser browser = server.browser(username);
    Api page = browser.api();
    Api program = server.program(username);
    long id = program.get(ME).expect(200).json().path("id").asLong();
    try (ChatSocket socket = socket(page)) {
      Api ana = server.program("ana");
      ana.patch("/api/admin/users/" + id, Map.of("disabled", true)).expect(200);
      assertThat(socket.awaitClose(AT_ONCE)).isEqualTo(4401);
      program.get(ME).expectProblem(401, "unauthorized");
      page.get(ME).expectProblem(401, "unauthorized");
      server.program(username).get(ME).expectProblem(401, "unauthorized");
      assertThat(server.signIn(username, "").header("Location").orElseThrow())
          .endsWith("/sign-in?failed=disabled");
      ana.patch("/api/admin/users/" + id, Map.of("disabled", false)).expect(200);
      program.get(ME).expectProblem(401, "unauthorized"); // its session has ended
      server.browser(username).api().get(ME).expect(200);
      ana.patch("/api/admin/users/" + id, Map.of("role", "ADMIN"))
          .expectProblem(403, "decided_by_provider");
    }
  }

  @Test
  void aProgramsSessionIsSeenAndEndedLikeAnyOther() {
    String username = keycloak.newUser();
    Api page = server.browser(username).api();
    Api program = server.program(username);
    program.get(ME).expect(200);
    var sessions = page.get("/api/sessions").expect(200).json().path("sessions");
    assertThat(sessions).hasSize(2);
    page.delete("/api/sessions").expect(204);
    Eventually.holds("program out", AT_ONCE, () -> program.get(ME).status() == 401);
    page.get(ME).expect(200);
  }

  @Test
  void whoIsDisabledAtKeycloakIsOutAtTheNextRefresh() {
    String username = keycloak.newUser();
    SignedInBrowser browser = server.browser(username);
    Api page = browser.api();
    keycloak.disable(username, true);
    Eventually.holds("out", TO_BE_ASKED_AGAIN, () -> browser.refresh().status() == 401);
    page.get(ME).expectProblem(401, "unauthorized");
  }

  private ChatSocket socket(Api page) {
    String ticket = page.post("/api/realtime/tickets").expect(200).json().path("ticket").asText();
    URI address = server.parley().address();
    ChatSocket socket =
        ChatSocket.to(address).origin(address).protocols("parley.v1", "ticket." + ticket).open();
    socket.ask("hello", Map.of("client", "test"));
    return socket;
  }

  private void refused(String token) {
    server.parley().api().as(token).get(ME).expectProblem(401, "unauthorized");
  }

  private static String name(SignedInBrowser browser) {
    return browser.refresh().expect(200).json().path("user").path("displayName").asText();
  }

  private static Iterable<String> rooms(Api api) {
    return api.get("/api/chat/rooms?joined=true")
        .expect(200)
        .json()
        .path("rooms")
        .findValuesAsText("name");
  }
}
