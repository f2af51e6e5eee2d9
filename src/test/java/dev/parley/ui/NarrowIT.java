package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.Names;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a telephone: one pane at a time, and the back button leads through them. */
@BrowserTest
class NarrowIT {
  @Test
  void oneGoesFromTheRoomsToAConversationItsDetailsAndBack(Browser browser, People people) {
    Person ana = people.newcomer();
    String name = "Garden " + Names.unique();
    long room = ana.makesRoom(Map.of("name", name));
    ana.says(room, "the beans are up");
    var page = new ChatPage(browser.window(ana, NarrowIT::telephone)).open("/").isLive();
    var rooms = page.page().getByRole(AriaRole.NAVIGATION);
    assertThat(page.composer()).hasCount(0);

    page.room(name).tap();
    assertThat(rooms).isHidden();
    assertThat(page.message("the beans are up")).isInViewport();
    assertThat(page.composer()).isInViewport();
    assertThat(page.heading(name).first()).isVisible();
    assertThat(isCut(page, "h1")).as("the room's name is cut").isFalse();

    page.button("Room details").tap();
    assertThat(page.details()).isInViewport();
    page.page().goBack();
    assertThat(page.details()).hasCount(0);
    page.composer().fill("and the peas");
    page.button("Send").tap();
    assertThat(page.message("and the peas")).hasAttribute("data-seq", "2");

    page.link("All rooms").tap();
    assertThat(rooms).isVisible();
    assertThat(page.composer()).hasCount(0);
    assertThat(isWiderThanTheScreen(page)).isFalse();
  }

  @Test
  void aLinkHasTheSameRoomOnBothSides(Browser browser, People people) {
    var page = new ChatPage(browser.window(people.admin(), NarrowIT::telephone)).open("/admin");
    page.button("Invite someone").tap();
    var dialog = page.dialog("Invitation").boundingBox();
    var link = page.field("Link").boundingBox();
    var copy = page.button("Copy").boundingBox();
    double left = link.x - dialog.x;
    double right = dialog.x + dialog.width - copy.x - copy.width;
    assertThat(right).isCloseTo(left, within(1.0));
  }

  private static NewContextOptions telephone(NewContextOptions options) {
    return options.setViewportSize(390, 844).setHasTouch(true).setIsMobile(true);
  }

  private static boolean isCut(ChatPage page, String selector) {
    return (boolean)
        page.page()
            .evaluate(
                "s => { const e = document.querySelector(s); return e.scrollWidth > e.clientWidth }",
                selector);
  }

  private static boolean isWiderThanTheScreen(ChatPage page) {
    return (boolean) page.page().evaluate("document.documentElement.scrollWidth > innerWidth");
  }
}
