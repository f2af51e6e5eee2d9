package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.Json;
import dev.parley.testing.Names;
import dev.parley.testing.Paths;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrowserTest
class MessageActionsIT {
  private Person ana;
  private Person bo;
  private long room;

  @BeforeEach
  void twoInARoom(People people) {
    ana = people.ana();
    bo = people.bo();
    room = ana.makesRoom();
    bo.joins(room);
  }

  @Test
  void theLastMessageIsEditedFromTheEmptyComposer(Browser browser) {
    ana.says(room, "see you at free");
    ChatPage mine = ChatPage.inRoom(browser, ana, room);
    ChatPage theirs = ChatPage.inRoom(browser, bo, room);
    assertThat(mine.message(1)).isVisible();
    mine.composer().press("ArrowUp");
    assertThat(mine.editor()).isFocused();
    mine.editor().fill("see you at three");
    mine.editor().press("Enter");
    assertThat(theirs.message(1)).containsText("see you at three");
    assertThat(theirs.message(1)).containsText("edited");
    assertThat(mine.message("see you at three")).isVisible();
    assertThat(mine.composer()).isFocused();
  }

  @Test
  void anEditThatChangesNothingStoresNothing(Browser browser) {
    ana.says(room, "with a break at its end\n");
    ChatPage page = ChatPage.inRoom(browser, ana, room);
    assertThat(page.message(1)).isVisible();
    page.composer().press("ArrowUp");
    page.editor().press("Enter");
    assertThat(page.composer()).isFocused();
    assertThat(page.message(1)).not().containsText("edited");
  }

  @Test
  void escapeLeavesAnEditAsItWas(Browser browser) {
    ana.says(room, "as it was");
    ChatPage page = ChatPage.inRoom(browser, ana, room);
    page.message(1).hover();
    page.button("Edit").click();
    page.editor().fill("something else");
    page.editor().press("Escape");
    assertThat(page.message("as it was")).isVisible();
    assertThat(page.message(1)).isFocused();
  }

  @Test
  void aDeletedMessageIsGoneForEveryoneAfterAQuestion(Browser browser) {
    ana.says(room, "I never said this");
    ChatPage mine = ChatPage.inRoom(browser, ana, room);
    ChatPage theirs = ChatPage.inRoom(browser, bo, room);
    assertThat(theirs.message("I never said this")).isVisible();
    mine.message(1).hover();
    mine.button("Delete").click();
    assertThat(mine.button("Cancel")).isFocused();
    mine.button("Cancel").click();
    assertThat(mine.message("I never said this")).isVisible();
    mine.message(1).hover();
    mine.button("Delete").click();
    mine.dialog("Delete message").getByText("Delete", exactly()).click();
    assertThat(theirs.message(1)).containsText("This message was deleted.");
    assertThat(mine.message(1)).containsText("This message was deleted.");
    assertThat(mine.button("React")).hasCount(0);
  }

  @Test
  void theFocusStaysWithTheMessageThatIsDeletedOrNot(Browser browser) {
    ana.says(room, "still here");
    ChatPage page = ChatPage.inRoom(browser, ana, room);
    page.message(1).hover();
    page.button("Delete").click();
    page.button("Cancel").click();
    assertThat(page.page().locator(":focus")).hasCount(1);
    page.message(1).hover();
    page.button("Delete").click();
    page.dialog("Delete message").getByText("Delete", exactly()).click();
    assertThat(page.message(1)).containsText("This message was deleted.");
    assertThat(page.message(1)).isFocused();
  }

  @Test
  void whatSomebodyElseDeletesLeavesTheFocusWithItsMessage(Browser browser) {
    ana.says(room, "not for long");
    ChatPage page = ChatPage.inRoom(browser, bo, room);
    page.message(1).hover();
    page.button("Reply").focus();
    page.page().mouse().move(1, 1); // who comes by keys points at nothing
    assertThat(page.button("Reply")).isFocused();
    ana.api().delete(Paths.message(room, 1)).expect(204);
    assertThat(page.message(1)).isFocused();
    ana.says(room, "next");
    assertThat(page.message("next")).isInViewport();
  }

  @Test
  void reactionsAreCountedNamedAndTakenBack(Browser browser) {
    ana.says(room, "cake in the kitchen");
    ChatPage mine = ChatPage.inRoom(browser, ana, room);
    ChatPage theirs = ChatPage.inRoom(browser, bo, room);
    theirs.message(1).hover();
    theirs.button("React").click();
    theirs.page().keyboard().type("birth");
    theirs.page().getByLabel("cake", new Page.GetByLabelOptions().setExact(true)).click();
    Locator chip = mine.page().getByTestId("reaction");
    assertThat(chip).hasAccessibleName("🎂 1: " + bo.username());
    chip.click();
    assertThat(chip).hasAttribute("aria-pressed", "true");
    assertThat(theirs.page().getByTestId("reaction"))
        .hasAccessibleName("🎂 2: You and " + ana.username());
    chip.click();
    assertThat(chip).hasAccessibleName("🎂 1: " + bo.username());
    theirs.page().getByTestId("reaction").click();
    assertThat(chip).hasCount(0);
  }

  @Test
  void aReactionIsShownAtOnceAndTakenBackWhereItIsRefused(Browser browser) {
    ana.says(room, "cake in the kitchen");
    bo.api().put(Paths.message(room, 1) + "/reactions/%F0%9F%8E%82", Map.of()).expect(200);
    ChatPage page = new ChatPage(browser.window(ana));
    var socket = new ArrayList<WebSocketRoute>();
    var asked = new ArrayList<JsonNode>();
    page.page()
        .routeWebSocket(
            "**/realtime",
            route -> {
              WebSocketRoute server = route.connectToServer();
              socket.add(route);
              route.onMessage(
                  frame -> {
                    if (frame.text().contains("\"react\"")) {
                      asked.add(Json.read(frame.text()));
                    } else {
                      server.send(frame.text());
                    }
                  });
            });
    page.open("/rooms/" + room).isLive();
    Locator chip = page.page().getByTestId("reaction");
    chip.click();
    assertThat(chip).hasAttribute("aria-pressed", "true");
    assertThat(chip).hasAccessibleName("🎂 2: You and " + bo.username());
    page.page().waitForCondition(() -> asked.size() == 1);
    socket
        .get(0)
        .send(
            "{\"re\":%d,\"err\":{\"status\":409,\"code\":\"no\",\"detail\":\"Not here.\"}}"
                .formatted(asked.get(0).path("id").asInt()));
    assertThat(chip).hasAttribute("aria-pressed", "false");
    assertThat(page.status("Not here.")).hasCount(1);
  }

  @Test
  void aReplyShowsWhatItAnswersAndLeadsThere(Browser browser) {
    ana.says(room, "who has the keys?");
    for (int i = 0; i < 70; i++) {
      bo.says(room, "other things " + i);
    }
    ChatPage page = ChatPage.inRoom(browser, bo, room);
    assertThat(page.message("other things 69")).isInViewport();
    page.open("/rooms/" + room + "/1");
    page.message(1).hover();
    page.button("Reply").click();
    assertThat(page.page().getByTestId("replying-to")).containsText("who has the keys?");
    assertThat(page.composer()).isFocused();
    page.page().keyboard().type("I do");
    page.page().keyboard().press("Enter");
    assertThat(page.page().getByTestId("replying-to")).hasCount(0);
    assertThat(page.message("I do")).isInViewport();

    ChatPage mine = ChatPage.inRoom(browser, ana, room);
    Locator quote = mine.message("I do").getByTestId("quote");
    assertThat(quote).containsText("who has the keys?");
    quote.click();
    assertThat(mine.message(1)).isInViewport();
    assertThat(mine.message(1)).isFocused();
  }

  @Test
  void whoeverWritesIsSeenToWrite(Browser browser) {
    ChatPage mine = ChatPage.inRoom(browser, ana, room);
    ChatPage theirs = ChatPage.inRoom(browser, bo, room);
    theirs.composer().pressSequentially("hm");
    Locator typing = mine.page().getByTestId("typing");
    assertThat(typing).hasText(bo.username() + " is typing…");
    theirs.composer().press("Enter");
    assertThat(mine.message("hm")).isVisible();
    assertThat(typing).hasText("");
  }

  @Test
  void everyActionHasItsKey(Browser browser) {
    ana.says(room, "one of mine");
    ChatPage page = ChatPage.inRoom(browser, ana, room);
    assertThat(page.message(1)).isVisible();
    Keyboard keys = page.page().keyboard();
    keys.press("Shift+Tab");
    keys.press("ArrowUp");
    assertThat(page.message(1)).isFocused();

    keys.press("+");
    keys.type("rocket");
    keys.press("Enter");
    assertThat(page.page().getByTestId("reaction")).hasAccessibleName("🚀 1: You");
    assertThat(page.message(1)).isFocused();

    keys.press("e");
    keys.press("End");
    keys.type("!");
    keys.press("Enter");
    assertThat(page.message(1)).containsText("one of mine!");
    assertThat(page.message(1)).isFocused();

    keys.press("Tab");
    assertThat(page.page().getByTestId("reaction")).isFocused();
    keys.press("Tab");
    assertThat(page.button("React")).isFocused();
    keys.press("r");
    keys.type("a word more");
    keys.press("Escape");
    assertThat(page.page().getByTestId("replying-to")).hasCount(0);
    assertThat(page.composer()).hasValue("a word more");
  }

  @Test
  void whoeverTypesAfterAClickWritesAMessage(Browser browser) {
    ana.says(room, "one of mine");
    bo.says(room, "one of theirs");
    ChatPage page = ChatPage.inRoom(browser, ana, room);
    Keyboard keys = page.page().keyboard();
    page.message(1).getByTestId("message-text").click();
    keys.type("even later");
    keys.press("Enter");
    assertThat(page.message("even later")).hasAttribute("data-seq", "3");
    page.message(2).getByTestId("message-text").click();
    keys.type("right");
    keys.press("Enter");
    assertThat(page.message("right").getByTestId("quote")).hasCount(0);
    assertThat(page.message("one of mine")).isVisible();

    page.message(2).hover();
    page.button("React").click();
    keys.press("Enter");
    page.page().getByTestId("reaction").click();
    keys.type("elsewhere");
    assertThat(page.composer()).hasValue("elsewhere");
  }

  @Test
  void theToolsAreForEveryone(Browser browser) {
    ana.says(room, "look at all this " + Names.unique());
    BrowserWindow window = browser.window(ana);
    ChatPage page = new ChatPage(window).open("/rooms/" + room).isLive();
    page.message(1).hover();
    page.button("React").click();
    window.expectAccessible();
    page.page().keyboard().press("Enter");
    assertThat(page.page().getByTestId("reaction")).isVisible();
    page.message(1).hover();
    page.button("Reply").click();
    page.message(1).hover();
    page.button("Edit").click();
    window.expectAccessible();
    page.page().keyboard().press("Escape");
    page.message(1).hover();
    page.button("Delete").click();
    window.expectAccessible();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
