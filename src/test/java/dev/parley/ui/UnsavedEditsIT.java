package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.Paths;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrowserTest
class UnsavedEditsIT {
  private Person ana;
  private long room;
  private BrowserWindow window;
  private ChatPage page;

  @BeforeEach
  void twoMessagesOfMine(Browser browser, People people) {
    ana = people.ana();
    room = ana.makesRoom();
    ana.says(room, "first");
    ana.says(room, "second");
    window = browser.window(ana);
    page = new ChatPage(window).open("/rooms/" + room).isLive();
    edit(1);
    page.editor().fill("first, but better");
  }

  @Test
  void aBegunEditWaitsWhereverOneGoes() {
    edit(2);
    assertThat(page.editor()).hasValue("second");
    assertThat(unsaved()).containsText("first, but better");
    window.expectAccessible();

    page.open("/rooms/" + ana.makesRoom()).isLive();
    page.open("/rooms/" + room).isLive();
    page.page().reload();
    page.button("Continue editing").click();
    assertThat(page.editor()).hasValue("first, but better");
    assertThat(page.editor()).isFocused();
    page.editor().press("Enter");
    assertThat(page.message("first, but better")).hasCount(1);
    assertThat(unsaved()).hasCount(0);
  }

  @Test
  void oneThatIsGivenUpIsGone() {
    edit(2);
    page.button("Discard").click();
    assertThat(unsaved()).hasCount(0);
    page.editor().fill("changed my mind");
    page.editor().press("Escape");
    page.page().reload();
    assertThat(page.message("first")).isVisible();
    assertThat(page.message("second")).isVisible();
    assertThat(unsaved()).hasCount(0);
  }

  @Test
  void whatWasWrittenIntoADeletedMessageCanBeSent() {
    ana.api().delete(Paths.message(room, 1)).expect(204);
    assertThat(page.message(1)).containsText("This message was deleted.");
    page.button("Move to composer").click();
    assertThat(page.composer()).hasValue("first, but better");
    assertThat(page.composer()).isFocused();
    assertThat(unsaved()).hasCount(0);
  }

  @Test
  void enterReplacesNothingThatHasChangedMeanwhile() {
    ana.api().patch(Paths.message(room, 1), Map.of("text", "from my phone")).expect(200);
    assertThat(page.alert()).containsText("from my phone");
    assertThat(page.editor()).hasValue("first, but better");
    window.expectAccessible();
    page.editor().press("Enter");
    assertThat(page.button("Replace with my version")).isFocused();
    assertThat(page.alert()).containsText("from my phone");
    page.button("Replace with my version").click();
    assertThat(page.message("first, but better")).hasCount(1);
  }

  /** As when both devices save at once. */
  @Test
  void enterReplacesNothingOfWhichThePageHasNotHeard() {
    page.page()
        .routeWebSocket(
            "**/realtime",
            route ->
                route
                    .connectToServer()
                    .onMessage(
                        frame -> {
                          if (!frame.text().contains("from my phone")
                              || frame.text().contains("\"re\"")) {
                            route.send(frame.text());
                          }
                        }));
    page.page().reload();
    page.isLive();
    page.button("Continue editing").click();
    ana.api().patch(Paths.message(room, 1), Map.of("text", "from my phone")).expect(200);
    window.expectTrouble("status of 412");
    page.editor().press("Enter");
    assertThat(page.alert()).containsText("from my phone");
    assertThat(page.editor()).hasValue("first, but better");
    page.button("Replace with my version").click();
    assertThat(page.message("first, but better")).hasCount(1);
  }

  @Test
  void theOtherVersionStaysIfOneWantsIt() {
    ana.api().patch(Paths.message(room, 1), Map.of("text", "from my phone")).expect(200);
    page.button("Discard my edit").click();
    assertThat(page.message("from my phone")).isVisible();
    assertThat(unsaved()).hasCount(0);
  }

  private void edit(int seq) {
    page.message(seq).hover();
    page.button("Edit").click();
    assertThat(page.editor()).isFocused();
  }

  private Locator unsaved() {
    return page.page().getByTestId("unsaved-edit");
  }
}
