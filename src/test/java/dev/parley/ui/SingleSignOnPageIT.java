package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.Keycloak;
import dev.parley.testing.SharedKeycloak;
import dev.parley.testing.SharedSignOn;
import dev.parley.testing.SignOnServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in through the real page of a real Keycloak. */
@BrowserTest
@ExtendWith({SharedKeycloak.class, SharedSignOn.class})
class SingleSignOnPageIT {
  private static final String ENTER = "Sign in with Keycloak";

  private final SignOnServer server;
  private final Keycloak keycloak;

  SingleSignOnPageIT(SignOnServer server) {
    this.server = server;
    this.keycloak = server.keycloak();
  }

  @Test
  void whoeverOpensARoomComesBackToItByKeycloaksPageAndStaysIn(Browser browser) {
    String username = keycloak.newUser();
    long room = roomOf(username);
    var page = new ChatPage(window(browser).open("/rooms/" + room));
    assertThat(page.heading("Sign in to Parley")).isVisible();
    assertThat(page.link(ENTER)).isFocused();
    assertThat(page.field("Password")).hasCount(0);
    page.link(ENTER).click();
    fillIn(page.page(), username);

    page.isLive().isAt("/rooms/" + room);
    page.write("hello from the other side");
    assertThat(page.message("hello from the other side")).isVisible();
    page.page().reload();
    assertThat(page.message("hello from the other side")).isVisible();
    page.tab().open("/").isLive();
  }

  @Test
  void whoeverOpensAnotherPageComesBackToItWithItsQuery(Browser browser) {
    String username = keycloak.newUser();
    long room = roomOf(username);
    String address = "/rooms/" + room + "?show=details";
    var page = new ChatPage(window(browser).open(address));
    page.link(ENTER).click();
    fillIn(page.page(), username);
    page.isLive().isAtAddress(address);
    var settings = new ChatPage(window(browser).open("/settings"));
    settings.link(ENTER).click();
    fillIn(settings.page(), username);
    settings.isLive().isAt("/settings");
  }

  @Test
  void signingOutEndsKeycloaksSessionAndHoldsInEveryTab(Browser browser) {
    String username = keycloak.newUser();
    ChatPage page = signIn(browser, username);
    ChatPage other = page.tab().open("/settings").isLive();
    page.signOut();
    assertThat(page.link(ENTER)).isVisible();
    assertThat(other.link(ENTER)).isVisible();
    page.link(ENTER).click();
    assertThat(page.page().locator("#kc-login")).isVisible(); // it asks again who one is
  }

  @Test
  void whatKeycloakDecidesIsNotOfferedHere(Browser browser) {
    ChatPage page = signIn(browser, keycloak.newUser());
    page.open("/settings").isLive();
    assertThat(page.page().getByText("Your name comes from Keycloak")).isVisible();
    assertThat(page.field("Current password")).hasCount(0);
    assertThat(page.sessions()).hasCount(1);
    page.page().navigate("/sign-up");
    ChatPage stranger = new ChatPage(window(browser).open("/sign-up"));
    assertThat(stranger.page().getByText("Accounts come from Keycloak here.")).isVisible();
    assertThat(stranger.field("Password")).hasCount(0);
  }

  @Test
  void whoIsShutOutHereIsToldSo(Browser browser) {
    String username = keycloak.newUser();
    long id = server.program(username).get("/api/users/me").expect(200).json().path("id").asLong();
    server.program("ana").patch("/api/admin/users/" + id, Map.of("disabled", true)).expect(200);
    var page = new ChatPage(window(browser).open("/"));
    page.link(ENTER).click();
    fillIn(page.page(), username);
    assertThat(page.alert()).containsText("Your account is disabled here.");
    page.isAt("/sign-in");
  }

  @Test
  void aLogoutAtKeycloakLeadsToTheWayIn(Browser browser) {
    String username = keycloak.newUser();
    ChatPage page = signIn(browser, username);
    server.signOutAtKeycloak(username);
    assertThat(page.link(ENTER)).isVisible();
  }

  @Test
  void thePagesOfSingleSignOnAreAccessible(Browser browser) {
    BrowserWindow window = window(browser).open("/sign-in");
    var page = new ChatPage(window);
    assertThat(page.link(ENTER)).isVisible();
    window.expectAccessible();
    page.open("/sign-in?failed=unavailable");
    assertThat(page.alert()).isVisible();
    window.expectAccessible();
  }

  private ChatPage signIn(Browser browser, String username) {
    var page = new ChatPage(window(browser).open("/sign-in"));
    page.link(ENTER).click();
    fillIn(page.page(), username);
    return page.isLive();
  }

  private static void fillIn(Page page, String username) {
    page.locator("#username").fill(username);
    page.locator("#password").fill(Keycloak.password(username));
    page.locator("#kc-login").click();
  }

  private long roomOf(String username) {
    return server
        .program(username)
        .post("/api/chat/rooms", Map.of("name", "Room of " + username))
        .expect(201)
        .json()
        .path("id")
        .asLong();
  }

  private BrowserWindow window(Browser browser) {
    return browser
        .window(options -> options.setBaseURL(server.parley().address().toString()))
        .expectTrouble("status of 401", keycloak.issuer().toString());
  }
}
