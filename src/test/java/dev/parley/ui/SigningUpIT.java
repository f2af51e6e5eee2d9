package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.Names;
import dev.parley.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The door, as the server says it stands. */
@BrowserTest
class SigningUpIT {
  private static final String PASSWORD = "a lamp under four tables";

  @Test
  void aClosedServerSaysSoAndOffersNothing(Browser browser) {
    var page = at(browser.window(), "CLOSED", false).open("/sign-up");
    assertThat(page.page().getByText("Nobody can sign up on this server")).isVisible();
    assertThat(page.field("Username")).hasCount(0);
    page.link("Sign in").click();
    assertThat(page.button("Sign in")).isVisible();
    assertThat(page.link("Create an account")).hasCount(0);
  }

  @Test
  void theFormIsAsWideAsTheOneForSigningIn(Browser browser) {
    var page = new ChatPage(browser.window()).open("/sign-in");
    double width = page.form("Sign in").boundingBox().width;
    page.link("Create an account").click();
    assertThat(page.form("Create an account").boundingBox().width).isEqualTo(width);
  }

  @Test
  void whoHasNoInvitationIsToldThatItTakesOne(Browser browser) {
    var page = at(browser.window(), "INVITATION", false).open("/sign-up");
    assertThat(page.page().getByText("You need an invitation here.")).isVisible();
    assertThat(page.field("Username")).hasCount(0);
    page.open("/sign-up#whatever"); // only the part behind # is another
    assertThat(page.field("Username")).isVisible();
  }

  @Test
  void anInvitationLeavesTheAddressAndLetsOnePersonIn(Browser browser, People people) {
    String link = invitation(people);
    var page = at(browser.window(), "INVITATION", false).open(link);
    page.isAt("/sign-up");
    signUp(page, "inv" + Names.unique());
    assertThat(page.heading("Start with a room")).isVisible();

    BrowserWindow window = browser.window().expectTrouble("status of 400");
    var second = at(window, "INVITATION", false).open(link);
    signUp(second, "inv" + Names.unique());
    assertThat(second.alert()).containsText("This invitation is not good any more");
  }

  @Test
  void aNewServerAsksItsFirstAdministratorForTheToken(Browser browser) {
    BrowserWindow window = browser.window().expectTrouble("status of 400", "status of 403");
    var page = at(window, "CLOSED", true).open("/sign-in");
    page.link("Set it up").click();
    var refusal = Map.of("status", 403, "code", "registration_closed", "detail", "Ask somebody.");
    page.pretend("/api/register", 403, refusal);
    signUp(page, "first" + Names.unique());
    assertThat(page.field("Set-up token")).hasAccessibleDescription("Ask somebody.");

    page.page().unrouteAll();
    page.field("Set-up token").fill("not the token");
    page.button("Create account").click();
    assertThat(page.field("Set-up token")).hasAttribute("aria-invalid", "true");
    assertThat(page.field("Set-up token")).isFocused();
  }

  @Test
  void aServerThatDoesNotSayIsTakenToBeOpen(Browser browser) {
    BrowserWindow window = browser.window().expectTrouble("status of 503");
    var page = new ChatPage(window).pretend("/api/server", 503, Map.of()).open("/sign-in");
    page.link("Create an account").click();
    signUp(page, "open" + Names.unique());
    assertThat(page.heading("Start with a room")).isVisible();
  }

  @Test
  void aServerThatNeverAnswersIsNotWaitedForLong(Browser browser) {
    var page = new ChatPage(browser.window());
    page.page().route("**/api/server", route -> {}); // silence
    page.open("/sign-up");
    assertThat(page.button("Create account")).isVisible();
  }

  private static ChatPage at(BrowserWindow window, String registration, boolean setUp) {
    return new ChatPage(window)
        .pretend("/api/server", 200, Map.of("registration", registration, "setUp", setUp));
  }

  private static void signUp(ChatPage page, String username) {
    page.field("Username").fill(username);
    page.field("Password").fill(PASSWORD);
    page.button("Create account").click();
  }

  private static String invitation(People people) {
    var answer = people.admin().api().post("/api/admin/invitations").expect(200);
    return "/sign-up#" + answer.json().path("secret").asText();
  }
}
