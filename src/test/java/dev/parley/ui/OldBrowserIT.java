package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.People;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told that is older than the page can do with. */
@BrowserTest
class OldBrowserIT {
  private static final String TOLD = "Your browser is too old for Parley";
  private static final Pattern MAIN = Pattern.compile("/js/main\\.js$");
  private static final Pattern CHAT = Pattern.compile("/js/chat\\.js$");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete HTMLElement.prototype.popover",
        "CSS.supports = () => false",
        "delete URL.canParse",
        "delete HTMLScriptElement.prototype.noModule"
      })
  void oneThatLacksSomethingIsToldWhichWouldDo(String older, Browser browser) {
    BrowserWindow window = browser.window();
    window.page().addInitScript(older);
    ChatPage page = new ChatPage(window).open("/");
    assertThat(page.heading(TOLD)).isVisible();
    assertThat(page.page().locator("body")).containsText("Firefox 125");
    assertThat(page.field("Username")).hasCount(0);
    window.expectAccessible();
  }

  /** A module of which not all can be read does nothing at all. */
  @Test
  void oneThatCannotReadTheScriptsIsTold(Browser browser) {
    BrowserWindow window = browser.window().expectTrouble("Unexpected");
    window.page().addInitScript("delete URL.canParse");
    window.page().route(MAIN, OldBrowserIT::unreadable);
    assertThat(new ChatPage(window).open("/").heading(TOLD)).isVisible();
  }

  /**
   * There may be one that has all that is asked for, and yet cannot read a script that comes later.
   */
  @Test
  void itIsNotTheServerThatIsBlamed(Browser browser, People people) {
    BrowserWindow window = browser.window(people.ana());
    window.page().route(CHAT, OldBrowserIT::unreadable);
    assertThat(new ChatPage(window).open("/").heading(TOLD)).isVisible();
  }

  private static void unreadable(Route route) {
    route.fulfill(
        new Route.FulfillOptions().setContentType("text/javascript").setBody("const = ;"));
  }
}
