package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever writes Japanese, Chinese or Korean ends a composition with keys that mean something else
 * here.
 */
@BrowserTest
class InputMethodsIT {
  private ChatPage page;

  @BeforeEach
  void inARoomWithAMessage(Browser browser, People people) {
    Person ana = people.ana();
    ana.makesRoom();
    long room = ana.makesRoom();
    ana.says(room, "one of mine");
    page = ChatPage.inRoom(browser, ana, room);
    assertThat(page.message(1)).isVisible();
  }

  @Test
  void escapeEndsTheCompositionAndNothingElse() {
    page.message(1).hover();
    page.button("Reply").click();
    compose("か");
    page.page().keyboard().press("Escape");
    assertThat(page.page().getByTestId("replying-to")).isVisible();
    assertThat(page.composer()).isFocused();
    page.composer().fill("");

    page.button("Cancel reply").click();
    page.composer().press("ArrowUp");
    page.editor().fill("another");
    compose("か");
    page.page().keyboard().press("Escape");
    assertThat(page.editor()).isFocused();
  }

  @Test
  void theEnterThatEndsACompositionChoosesAndSendsNothing() {
    page.composer().focus();
    page.page().keyboard().type("mada");
    KeyPress.composing("Enter").in(page.page());
    KeyPress.composing("Escape").in(page.page());
    assertThat(page.composer()).isFocused();
    assertThat(page.composer()).hasValue("mada");

    page.page().keyboard().press("Control+k");
    Locator field = page.page().getByRole(AriaRole.COMBOBOX);
    assertThat(field).isFocused();
    KeyPress.composing("Enter").in(page.page());
    assertThat(field).isVisible();
    page.page().keyboard().press("Escape");

    page.message(1).hover();
    page.button("React").click();
    KeyPress.composing("Enter").in(page.page());
    assertThat(page.page().getByRole(AriaRole.COMBOBOX)).isVisible();
    assertThat(page.page().getByTestId("reaction")).hasCount(0);
  }

  @Test
  void whatAnInputMethodHasGoesToTheComposer() {
    for (KeyPress key : new KeyPress[] {KeyPress.composing("r"), KeyPress.of("Process", "KeyR")}) {
      page.composer().focus();
      page.page().keyboard().press("Shift+Tab");
      page.page().keyboard().press("ArrowUp");
      assertThat(page.message(1)).isFocused();
      key.in(page.page());
      assertThat(page.composer()).isFocused();
      assertThat(page.page().getByTestId("replying-to")).hasCount(0);
    }
  }

  /** As an input method does while one chooses among what the keys could mean. */
  private void compose(String text) {
    Page tab = page.page();
    CDPSession browser = tab.context().newCDPSession(tab);
    var composition = new JsonObject();
    composition.addProperty("text", text);
    composition.addProperty("selectionStart", text.length());
    composition.addProperty("selectionEnd", text.length());
    browser.send("Input.imeSetComposition", composition);
    browser.detach();
  }
}
