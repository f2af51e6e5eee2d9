package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits to be sent is on the disk, or one knows that it is not. */
@BrowserTest
class UnsentStorageIT {
  private static final String COUNT =
      """
      async (count) => {
        const answer = (request) => new Promise((done) => {
          request.onsuccess = () => done(request.result);
        });
        const database = await answer(indexedDB.open('parley:/', 1));
        const kept = await answer(database.transaction('unsent').objectStore('unsent').count());
        database.close();
        return kept === count;
      }
      """;

  /** The disk is full, or a browser in private mode has none, until {@code window.mended}. */
  private static final String FULL =
      """
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (entry) {
        if (!window.mended) {
          throw new DOMException('The disk is full.', 'QuotaExceededError');
        }
        return put.call(this, entry);
      };
      """;

  private Wire wire;
  private BrowserWindow window;
  private ChatPage page;
  private long room;

  @BeforeEach
  void overAWire(Browser browser, People people, ParleyServer server) {
    Person ana = people.ana();
    room = ana.makesRoom();
    wire = Wire.to(server.address());
    window = browser.window(ana, options -> options.setBaseURL(wire.address().toString()));
    page = new ChatPage(window.expectTrouble("ERR_", "WebSocket connection"));
  }

  @AfterEach
  void withoutTheWire() {
    wire.close();
  }

  @Test
  void whoeverHasAFullDiskIsToldUntilItTakesTheMessage() {
    page.page().addInitScript(FULL);
    page.open("/rooms/" + room).isLive();
    wire.cut();
    page.write("only here");
    assertThat(bar()).containsText("This browser can't save your unsent messages.");
    window.expectAccessible();
    page.page().evaluate("window.mended = true");
    page.page().waitForFunction(COUNT, 1);
    assertThat(bar()).not().containsText("This browser can't save your unsent messages.");
  }

  @Test
  void aDatabaseThatWasClosedIsOpenedAgain() {
    page.open("/rooms/" + room).isLive();
    page.write("before");
    assertThat(page.message("before")).hasAttribute("data-seq", "1");
    Object deleted =
        page.page()
            .evaluate(
                """
                () => new Promise((done) => {
                  const request = indexedDB.deleteDatabase('parley:/');
                  request.onsuccess = () => done('deleted');
                  request.onblocked = () => setTimeout(() => done('blocked'), 3000);
                })
                """);
    assertThat(deleted).isEqualTo("deleted");
    wire.cut();
    page.write("after");
    page.page().waitForFunction(COUNT, 1);
  }

  private Locator bar() {
    return page.page().getByTestId("connection");
  }
}
