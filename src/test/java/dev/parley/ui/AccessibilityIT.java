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

/** Every view, in light and dark, as axe-core sees it. */
@BrowserTest
class AccessibilityIT {
  @Test
  void theWayIn(Browser browser) {
    BrowserWindow window = browser.window().expectTrouble("status of 400");
    var page = new ChatPage(window).open("/");
    assertThat(page.button("Sign in")).isVisible();
    window.expectAccessible();

    page.link("Create an account").click();
    page.button("Create account").click();
    assertThat(page.field("Username")).hasAttribute("aria-invalid", "true");
    window.expectAccessible();
  }

  @Test
  void theButtonUnderTheMouse(Browser browser) {
    BrowserWindow window = browser.window();
    Locator button = new ChatPage(window).open("/sign-in").button("Sign in");
    button.hover();
    assertThat(button).hasCSS("background-image", "none"); // axe passes over words on an image
    window.expectAccessible();
  }

  @Test
  void theConversation(Browser browser, People people) {
    Person ana = people.newcomer();
    long room = ana.makesRoom();
    people.bo().joins(room);
    ana.says(room, "a first word, and https://example.org/ too");
    people.bo().says(room, "an answer");
    BrowserWindow window = browser.window(ana).expectTrouble("status of 404");
    var page = new ChatPage(window).open("/rooms/" + room + "?show=details").isLive();
    assertThat(page.message("an answer")).isVisible();
    assertThat(page.page().getByTestId("member")).hasCount(2);
    window.expectAccessible();

    page.open("/rooms/" + people.bo().makesRoom());
    assertThat(page.button("Join room")).isVisible();
    window.expectAccessible();

    page.open("/rooms/999999999");
    assertThat(page.heading("This room is not here")).isVisible();
    window.expectAccessible();
  }

  @Test
  void theDialogs(Browser browser, People people) {
    BrowserWindow window = browser.window(people.newcomer());
    var page = new ChatPage(window).open("/").isLive();
    assertThat(page.heading("Start with a room")).isVisible();
    window.expectAccessible();

    page.button("New room").first().click();
    window.expectAccessible();
    page.page().keyboard().press("Escape");

    page.button("Browse rooms").first().click();
    assertThat(page.page().getByTestId("found-room").first()).isVisible();
    window.expectAccessible();
    page.page().keyboard().press("Escape");

    page.page().keyboard().press("Control+k");
    window.expectAccessible();
    page.page().keyboard().press("Escape");

    page.page().keyboard().press("?");
    window.expectAccessible();
    page.page().keyboard().press("Escape");

    page.open("/settings");
    assertThat(page.button("Save")).isVisible();
    assertThat(page.sessions().first()).isVisible();
    window.expectAccessible();
  }

  @Test
  void theOtherWaysIn(Browser browser) {
    BrowserWindow window = browser.window().expectTrouble("status of 400");
    var page = new ChatPage(window).open("/new-password#x");
    page.field("New password").fill("seven quiet lamps at noon");
    window.expectAccessible();
    page.button("Change password").click();
    assertThat(page.heading("This link is not good any more")).isVisible();
    window.expectAccessible();

    page.pretend("/api/server", 200, Map.of("registration", "INVITATION", "setUp", false));
    page.open("/sign-up");
    assertThat(page.page().getByText("You need an invitation here.")).isVisible();
    window.expectAccessible();
    page.open("/sign-up#x");
    assertThat(page.button("Create account")).isVisible();
    window.expectAccessible();
  }

  @Test
  void theAdministration(Browser browser, People people) {
    Person bo = people.newcomer();
    BrowserWindow window = browser.window(people.admin());
    var page = new ChatPage(window).open("/admin").isLive();
    assertThat(page.accounts().first()).isVisible();
    window.expectAccessible();
    page.button("Invite someone").click();
    assertThat(page.button("Copy")).isVisible();
    window.expectAccessible();
    page.button("Done").click();

    page.open("/admin/users/" + bo.id());
    assertThat(page.sessions().first()).isVisible();
    window.expectAccessible();
    page.button("Disable").click();
    window.expectAccessible();
    page.button("Cancel").click();

    page.open("/admin/audit");
    assertThat(page.auditEntries().first()).isVisible();
    window.expectAccessible();
    page.button("Person Everyone").click();
    assertThat(page.field("Find a person")).isVisible();
    window.expectAccessible();
  }

  @Test
  void theSettingsOfANewServer(Browser browser, People people) {
    BrowserWindow window = browser.window(people.newcomer());
    var page = new ChatPage(window);
    page.pretend("/api/server", 200, Map.of("registration", "OPEN", "setUp", true));
    page.open("/settings").isLive();
    assertThat(page.button("Become administrator")).isVisible();
    window.expectAccessible();
  }
}
