package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.Names;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BrowserTest
class KeyboardIT {
  private static final int FAR_ENOUGH = 40;

  @Test
  void aWholeChatGoesWithoutTheMouse(Browser browser, People people) {
    Person ana = people.newcomer();
    var page = new ChatPage(browser.window()).open("/");
    Keyboard keys = page.page().keyboard();

    assertThat(page.field("Username")).isFocused();
    keys.type(ana.username());
    keys.press("Tab");
    keys.type(ana.password());
    keys.press("Enter");
    page.isLive();

    String name = "harbour " + Names.unique();
    tabTo(page.button("New room").first(), keys);
    keys.press("Enter");
    keys.type(name);
    keys.press("Enter");
    assertThat(page.composer()).isFocused();
    keys.type("first");
    keys.press("Enter");
    keys.type("second");
    keys.press("Enter");
    assertThat(page.message("second")).hasAttribute("data-seq", "2");

    keys.press("Shift+Tab");
    assertThat(page.log()).isFocused();
    keys.press("ArrowUp");
    keys.press("ArrowUp");
    assertThat(page.message("first")).isFocused();
    keys.press("Escape");
    assertThat(page.composer()).isFocused();
  }

  @Test
  void keysLeadFromRoomToRoomAndTheQuestionMarkTellsThem(Browser browser, People people) {
    Person ana = people.newcomer();
    String name = "quay " + Names.unique();
    long quay = ana.makesRoom(Map.of("name", name));
    ChatPage page = ChatPage.inRoom(browser, ana, ana.makesRoom(Map.of("name", "a" + name)));
    Keyboard keys = page.page().keyboard();

    keys.press("Control+k");
    keys.type("quay");
    keys.press("Enter");
    page.isAt("/rooms/" + quay);
    assertThat(page.composer()).isFocused();
    keys.press("Alt+ArrowUp");
    assertThat(page.heading("a" + name).first()).isVisible();

    keys.press("Shift+Tab");
    keys.press("?");
    assertThat(page.dialog("Keys")).isVisible();
    keys.press("Escape");
    assertThat(page.dialog("Keys")).isHidden();
    assertThat(page.log()).isFocused();
  }

  private static void tabTo(Locator goal, Keyboard keys) {
    for (int i = 0; i < FAR_ENOUGH; i++) {
      if ((boolean) goal.evaluate("element => element === document.activeElement")) {
        return;
      }
      keys.press("Tab");
    }
    assertThat(goal).isFocused();
  }
}
