package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people do about their own account, and about where they are signed in. */
@BrowserTest
class AccountIT {
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
  private static final String EDGE =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0";
  private static final String IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
          + " (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
  private static final String NEW_PASSWORD = "seven quiet lamps at noon";

  @Test
  void devicesHaveNamesAndAnyOfThemIsSignedOut(Browser browser, People people) {
    Person ana = people.newcomer();
    var phone = new ChatPage(thatIsSignedOut(device(browser, ana, IPHONE))).open("/").isLive();
    device(browser, ana, EDGE);
    var page = new ChatPage(device(browser, ana, FIREFOX)).open("/settings").isLive();
    assertThat(page.sessions()).hasCount(4); // and the one of the test itself
    assertThat(page.sessions().first()).containsText("Firefox on Linux");
    assertThat(page.sessions().first()).containsText("This device");
    assertThat(session(page, "Edge on Windows")).containsText("Last used");
    assertThat(session(page, "Java-http-client")).hasCount(1);

    page.button("Sign out Safari on iPhone").click();
    assertThat(session(page, "Safari on iPhone")).hasCount(0);
    assertThat(page.status("Safari on iPhone is signed out.")).isFocused();
    assertThat(phone.heading("Sign in to Parley")).isVisible();

    page.button("Sign out everywhere else").click();
    assertThat(page.sessions()).hasCount(1);
    assertThat(page.button("Sign out everywhere else")).hasCount(0);
    page.page().reload();
    assertThat(page.sessions()).hasCount(1);
  }

  @Test
  void aNewPasswordTakesTheOldOneAndSignsOutOtherDevices(Browser browser, People people) {
    Person ana = people.newcomer();
    var other = new ChatPage(thatIsSignedOut(browser.window(ana))).open("/").isLive();
    BrowserWindow window = browser.window(ana).expectTrouble("status of 400");
    var page = new ChatPage(window).open("/settings").isLive();

    page.field("Current password").fill("not " + ana.password());
    page.field("New password").fill(NEW_PASSWORD);
    page.button("Change password").click();
    assertThat(page.field("Current password")).hasAttribute("aria-invalid", "true");
    assertThat(page.field("Current password")).isFocused();

    page.field("Current password").fill(ana.password());
    page.button("Change password").click();
    assertThat(page.status("Your password is changed")).isVisible();
    assertThat(page.field("New password")).hasValue("");
    assertThat(page.sessions()).hasCount(1);
    assertThat(other.heading("Sign in to Parley")).isVisible();
    other.signIn(ana.username(), NEW_PASSWORD);
  }

  @Test
  void aPasswordThatIsLostIsReplacedByALinkOnce(Browser browser, People people) {
    Person ana = people.newcomer();
    String link = passwordLink(people, ana);
    BrowserWindow window = browser.window().expectTrouble("status of 400");
    var page = new ChatPage(window).open(link);
    page.isAt("/new-password"); // the secret is not left in the address
    page.field("New password").fill("short");
    page.button("Change password").click();
    assertThat(page.field("New password")).hasAttribute("aria-invalid", "true");

    page.field("New password").fill(NEW_PASSWORD);
    page.button("Change password").click();
    page.isAt("/sign-in");
    assertThat(page.status("Your password is changed")).isVisible();
    page.signIn(ana.username(), NEW_PASSWORD).signOut();
    assertThat(page.heading("Sign in to Parley")).isVisible();

    page.open(link);
    page.field("New password").fill("another one, just as quiet");
    page.button("Change password").click();
    assertThat(page.heading("This link is not good any more")).isVisible();
    page.open("/new-password");
    assertThat(page.field("New password")).hasCount(0);
  }

  @Test
  void whoHasTheSetUpTokenBecomesTheFirstAdministrator(Browser browser, People people) {
    Person ana = people.newcomer();
    BrowserWindow window = browser.window(ana).expectTrouble("status of 400");
    var page = new ChatPage(window);
    page.pretend("/api/server", 200, Map.of("registration", "OPEN", "setUp", true));
    page.open("/settings").isLive();
    page.field("Set-up token").fill("not the token");
    page.button("Become administrator").click();
    assertThat(page.field("Set-up token")).hasAttribute("aria-invalid", "true");

    page.pretend("/api/set-up", 200, administrator(ana));
    page.button("Become administrator").click();
    assertThat(page.status("You are an administrator now.")).isFocused();
    page.openAccountMenu();
    assertThat(page.link("Administration")).isVisible();
  }

  private static BrowserWindow device(Browser browser, Person person, String userAgent) {
    return browser.window(person, options -> options.setUserAgent(userAgent));
  }

  // Its socket is closed, and then its session is asked for and not there.
  private static BrowserWindow thatIsSignedOut(BrowserWindow window) {
    return window.expectTrouble("status of 401");
  }

  private static Locator session(ChatPage page, String name) {
    return page.sessions().filter(new Locator.FilterOptions().setHasText(name));
  }

  private static String passwordLink(People people, Person person) {
    String path = "/api/admin/users/" + person.id() + "/password-link";
    return "/new-password#"
        + people.admin().api().post(path).expect(200).json().path("secret").asText();
  }

  private static Map<String, Object> administrator(Person person) {
    return Map.of(
        "id", person.id(),
        "username", person.username(),
        "displayName", person.username(),
        "role", "ADMIN",
        "createdAt", "2026-01-01T00:00:00Z");
  }
}
