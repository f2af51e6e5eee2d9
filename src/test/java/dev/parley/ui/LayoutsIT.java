package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shortcuts on keyboards that are not American ones. */
@BrowserTest
class LayoutsIT {
  private ChatPage page;
  private Person ana;

  @BeforeEach
  void aMessageThatHasTheFocus(Browser browser, People people) {
    ana = people.ana();
    long room = ana.makesRoom();
    ana.says(room, "one of mine");
    page = ChatPage.inRoom(browser, ana, room);
    assertThat(page.message(1)).isVisible();
    goToMessage();
  }

  @Test
  void aKeyCountsByItsPlaceWhereThereAreNoLatinLetters() {
    KeyPress.of("л", "KeyK").with("ctrlKey").in(page.page());
    assertThat(switcher()).isVisible();
    page.page().keyboard().press("Escape");
    KeyPress.of("ק", "KeyE").in(page.page());
    assertThat(page.editor()).isFocused();
    page.editor().press("Escape");
    KeyPress.of("พ", "KeyR").in(page.page());
    assertThat(page.page().getByTestId("replying-to")).isVisible();
  }

  @Test
  void aKeyCountsByItsLetterWhereThereIsOne() {
    KeyPress.of("k", "KeyV").with("ctrlKey").in(page.page()); // Dvorak
    assertThat(switcher()).isVisible();
    page.page().keyboard().press("Escape");
    KeyPress.of("v", "KeyK").with("ctrlKey").in(page.page());
    assertThat(switcher()).isHidden();
    KeyPress.of("o", "KeyR").in(page.page()); // what stands there on Dvorak
    assertThat(page.composer()).isFocused();
    assertThat(page.page().getByTestId("replying-to")).hasCount(0);
  }

  @Test
  void capsLockChangesNothing() {
    KeyPress.of("R", "KeyR").in(page.page());
    assertThat(page.page().getByTestId("replying-to")).isVisible();
  }

  @Test
  void whatIsWrittenByAltGrOrAnAccentGoesToTheComposer() {
    KeyPress.of("@", "KeyQ").with("ctrlKey", "altKey", "modifierAltGraph").in(page.page());
    assertThat(page.composer()).isFocused();
    goToMessage();
    KeyPress.of("Dead", "Equal").in(page.page());
    assertThat(page.composer()).isFocused();
  }

  @Test
  void arrowsThatMeanSomethingInATextStayThere() {
    page.composer().focus();
    page.composer().press("Shift+ArrowUp");
    assertThat(page.editor()).hasCount(0);
    ana.makesRoom();
    page.composer().fill("half a thought");
    String address = page.page().url();
    page.composer().press("Alt+ArrowDown");
    page.composer().press("Alt+ArrowUp");
    assertThat(page.page()).hasURL(address);
    assertThat(page.composer()).hasValue("half a thought");
  }

  private Locator switcher() {
    return page.page().getByRole(AriaRole.COMBOBOX);
  }

  private void goToMessage() {
    page.composer().focus();
    page.page().keyboard().press("Shift+Tab");
    page.page().keyboard().press("ArrowUp");
    assertThat(page.message(1)).isFocused();
  }
}
