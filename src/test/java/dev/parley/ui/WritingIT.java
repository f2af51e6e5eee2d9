package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@BrowserTest
class WritingIT {
  @Test
  void whatOneWritesTheOtherSeesAtOnceAndNobodySeesItTwice(Browser browser, People people) {
    long room = people.ana().makesRoom();
    people.bo().joins(room);
    ChatPage ana = ChatPage.inRoom(browser, people.ana(), room);
    ChatPage bo = ChatPage.inRoom(browser, people.bo(), room);
    countEverySightOf("hello", ana.page());
    countEverySightOf("hello", bo.page());

    ana.write("hello");
    assertThat(bo.message("hello")).hasCount(1);
    assertThat(ana.message("hello")).hasAttribute("data-seq", "1");
    bo.write("hello to you");
    assertThat(ana.message("hello to you")).hasCount(1);
    assertThat(mostAtATime(ana.page())).isEqualTo(1);
    assertThat(mostAtATime(bo.page())).isEqualTo(1);
  }

  @Test
  void enterSendsAndShiftEnterBreaksTheLine(Browser browser, People people) {
    ChatPage ana = ChatPage.inRoom(browser, people.ana(), people.ana().makesRoom());
    ana.composer().pressSequentially("one");
    ana.composer().press("Shift+Enter");
    ana.composer().pressSequentially("two");
    assertThat(ana.messages()).hasCount(0);
    ana.composer().press("Enter");
    assertThat(ana.message("one\ntwo")).hasAttribute("data-seq", "1");
    assertThat(ana.composer()).hasValue("");
    assertThat(ana.composer()).isFocused();
  }

  @Test
  void manyQuickMessagesKeepTheirOrder(Browser browser, People people) {
    long room = people.ana().makesRoom();
    people.bo().joins(room);
    ChatPage ana = ChatPage.inRoom(browser, people.ana(), room);
    ChatPage bo = ChatPage.inRoom(browser, people.bo(), room);
    var texts = IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i).toList();
    texts.forEach(ana::write);
    assertThat(bo.page().getByTestId("message-text")).hasText(texts.toArray(String[]::new));
    assertThat(ana.page().getByTestId("message-text")).hasText(texts.toArray(String[]::new));
  }

  @Test
  void aDraftWaitsInItsRoomOverAReload(Browser browser, People people) {
    Person ana = people.ana();
    long one = ana.makesRoom();
    long other = ana.makesRoom();
    ChatPage page = ChatPage.inRoom(browser, ana, one);
    page.composer().fill("not yet");
    page.open("/rooms/" + other);
    assertThat(page.composer()).hasValue("");
    page.open("/rooms/" + one);
    assertThat(page.composer()).hasValue("not yet");
  }

  @Test
  void theSameWordsAreAnnouncedEachTime(Browser browser, People people) {
    long room = people.ana().makesRoom();
    people.bo().joins(room);
    ChatPage page = ChatPage.inRoom(browser, people.ana(), room);
    assertThat(page.composer()).isVisible();
    page.page()
        .evaluate(
            """
            () => {
              const region = document.querySelector('message-announcer [role=status]');
              window.heard = [];
              new MutationObserver(() => {
                const words = region.textContent.trim();
                if (words) {
                  window.heard.push(words);
                }
              }).observe(region, { childList: true, characterData: true, subtree: true });
            }
            """);
    people.bo().says(room, "hm");
    page.page().waitForFunction("count => window.heard.length === count", 1);
    people.bo().says(room, "hm");
    page.page().waitForFunction("count => window.heard.length === count", 2);
  }

  @Test
  void twoTabsHaveTheirOwnDrafts(Browser browser, People people) {
    long room = people.ana().makesRoom();
    ChatPage one = ChatPage.inRoom(browser, people.ana(), room);
    ChatPage other = one.tab().open("/rooms/" + room).isLive();
    one.composer().fill("begun in one");
    other.composer().fill("begun in the other");
    one.page().reload();
    assertThat(one.composer()).hasValue("begun in one");
    other.page().reload();
    assertThat(other.composer()).hasValue("begun in the other");

    other.composer().press("Enter");
    assertThat(other.message("begun in the other")).hasAttribute("data-seq", "1");
    other.page().reload();
    assertThat(other.message("begun in the other")).isVisible();
    assertThat(other.composer()).hasValue("");
    one.page().reload();
    assertThat(one.composer()).hasValue("begun in one");
  }

  @Test
  void whatAClosedTabHasLeftGoesToTheNext(Browser browser, People people) {
    long room = people.ana().makesRoom();
    ChatPage one = ChatPage.inRoom(browser, people.ana(), room);
    ChatPage other = one.tab().open("/").isLive();
    one.composer().fill("left behind");
    one.page().close();
    other.open("/rooms/" + room).isLive();
    assertThat(other.composer()).hasValue("left behind");
  }

  private static void countEverySightOf(String text, Page page) {
    page.evaluate(
        """
        text => {
          const texts = () => [...document.querySelectorAll('[data-testid=message-text]')];
          window.most = 0;
          new MutationObserver(() => {
            const shown = texts().filter((one) => one.textContent === text).length;
            window.most = Math.max(window.most, shown);
          }).observe(document.body, { childList: true, subtree: true });
        }
        """,
        text);
  }

  private static int mostAtATime(Page page) {
    return (int) page.evaluate("window.most");
  }
}
