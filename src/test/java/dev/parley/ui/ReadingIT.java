package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.Names;
import dev.parley.testing.Paths;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@BrowserTest
class ReadingIT {
  private static final int MANY = 260;
  private static long talk; // a room in which Ana has said a lot

  @BeforeAll
  static void talkALot(People people) {
    talk = people.ana().makesRoom();
    people.bo().joins(talk);
    for (int i = 1; i <= MANY; i++) {
      people.ana().says(talk, "message " + i);
    }
  }

  @Test
  void readingBackThroughHistoryNeverJumps(Browser browser, People people) {
    ChatPage page = ChatPage.inRoom(browser, people.ana(), talk);
    assertThat(page.message("message " + MANY)).isInViewport();
    assertThat((List<?>) page.page().evaluate(READ_BACK)).isEmpty();
    assertThat(page.message("message 1")).isInViewport();
    assertThat((int) page.page().evaluate("document.querySelectorAll('.message').length"))
        .as("messages in the document")
        .isLessThan(MANY);

    page.page().getByTestId("jump-to-newest").click();
    assertThat(page.message("message " + MANY)).isInViewport();
    people.ana().says(talk, "one more word");
    assertThat(page.message("one more word")).isInViewport();
  }

  @Test
  void anAddressOpensAtItsMessageAndTheBackButtonLeadsBack(Browser browser, People people) {
    long other = people.ana().makesRoom();
    ChatPage page = ChatPage.inRoom(browser, people.ana(), other);
    page.open("/rooms/" + talk + "/77");
    assertThat(page.message("message 77")).isInViewport();
    assertThat(page.message("message 77")).isFocused();
    page.page().goBack();
    page.isAt("/rooms/" + other);
    page.page().goForward();
    assertThat(page.message("message 77")).isInViewport();
  }

  @Test
  void whatIsNewIsCountedAndMarkedUntilItIsRead(Browser browser, People people) {
    Person ana = people.newcomer();
    Person bo = people.bo();
    String name = "pond " + Names.unique();
    long room = ana.makesRoom(Map.of("name", name));
    bo.joins(room);
    ana.says(room, "anyone here?");
    ChatPage page = ChatPage.inRoom(browser, ana, ana.makesRoom());
    bo.says(room, "I am");
    bo.says(room, "and I stay");
    assertThat(page.room(name).getByTestId("unread")).hasText("2 unread");
    assertThat(page.page()).hasTitle(Pattern.compile("^\\(2\\) "));

    page.room(name).click();
    assertThat(page.page().getByTestId("new-line")).isInViewport();
    assertThat(page.room(name).getByTestId("unread")).hasCount(0);
    page.page().reload();
    assertThat(page.message("and I stay")).isVisible();
    assertThat(page.page().getByTestId("new-line")).hasCount(0);
  }

  @Test
  void whoeverReadsFurtherUpIsToldAndNotMoved(Browser browser, People people) {
    ChatPage page = ChatPage.inRoom(browser, people.ana(), talk);
    assertThat(page.message("message " + MANY)).isInViewport();
    page.message("message 225").evaluate("row => row.scrollIntoView()");
    page.message("message 205").evaluate("row => row.scrollIntoView()");
    assertThat(page.page().getByTestId("jump-to-newest")).isVisible();
    double top = page.message("message 205").boundingBox().y;
    people.bo().says(talk, "look down here");
    assertThat(page.page().getByTestId("jump-to-newest")).hasText("1 new message");
    assertThat(page.message("message 205").boundingBox().y).isEqualTo(top);
    page.page().getByTestId("jump-to-newest").click();
    assertThat(page.message("look down here")).isInViewport();
    assertThat(page.page().getByTestId("jump-to-newest")).hasCount(0);
  }

  @Test
  void whoeverReadsALongMessageStaysThereWhenItBecomesShort(Browser browser, People people) {
    Person ana = people.ana();
    long room = ana.makesRoom();
    people.bo().joins(room);
    for (int i = 1; i <= 60; i++) {
      ana.says(room, i % 20 == 0 ? "a line\n".repeat(80) + i : "message " + i);
    }
    ChatPage page = ChatPage.inRoom(browser, people.bo(), room);
    readInTheMidstOf(page, 20);
    ana.api().delete(Paths.message(room, 20)).expect(204);
    assertThat(page.message(20)).containsText("This message was deleted.");
    assertThat(page.message(20)).isInViewport();
    readInTheMidstOf(page, 40);
    ana.api().patch(Paths.message(room, 40), Map.of("text", "never mind")).expect(200);
    assertThat(page.message("never mind")).isInViewport();
  }

  // Both of its edges are out of sight.
  private static void readInTheMidstOf(ChatPage page, int seq) {
    page.message(seq)
        .evaluate(
            "row => { row.scrollIntoView(); document.querySelector('[role=log]').scrollTop += 300;"
                + " }");
    page.page()
        .evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
  }

  @Test
  void aRoomThatIsNotThereSaysSo(Browser browser, People people) {
    BrowserWindow window = browser.window(people.ana()).expectTrouble("status of 404");
    var page = new ChatPage(window).open("/rooms/999999999");
    assertThat(page.heading("This room is not here")).isVisible();
    page.link("Back to your rooms").click();
    assertThat(page.page().getByRole(AriaRole.NAVIGATION)).isVisible();
  }

  /**
   * Scrolls up in small steps to the very first message. After each step the rows in sight must be
   * exactly that much lower, also after older ones have come in above them. Returns every step at
   * which they were not.
   */
  private static final String READ_BACK =
      """
      async () => {
        const log = document.querySelector('[role=log]');
        const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const topOf = (row) => row.getBoundingClientRect().top;
        const jumps = [];
        for (let step = 0; step < 2000; step++) {
          const first = document.querySelector('[data-seq="1"]');
          if (first && log.scrollTop === 0) {
            return jumps;
          }
          const row = [...document.querySelectorAll('.message')].find((one) => topOf(one) > 100);
          const by = Math.min(200, log.scrollTop);
          const expected = topOf(row) + by;
          log.scrollTop -= by;
          await painted();
          await painted();
          if (row.isConnected && Math.abs(topOf(row) - expected) > 1) {
            jumps.push(`${row.dataset.seq}: ${topOf(row)} instead of ${expected}`);
          }
        }
        return [...jumps, 'never came to the beginning'];
      }
      """;
}
