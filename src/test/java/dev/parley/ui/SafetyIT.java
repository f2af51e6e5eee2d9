package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.Names;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What people write stays text; each window also fails its test when the policy blocks anything.
 */
@BrowserTest
class SafetyIT {
  private static final String IMAGE = "<img src=data:, onload=hacked()>";
  private static final List<String> TEXTS =
      List.of(
          IMAGE,
          "<script>hacked()</script>",
          "<svg/onload=hacked()>",
          "\"><a href=javascript:hacked()>x</a>",
          "javascript:hacked()",
          "[x](javascript:hacked())",
          "${hacked()} {{hacked()}}",
          "<noscript><p title=\"</noscript><img src=data:, onload=hacked()>\">",
          "<math><mtext><table><mglyph><style><img src=data:, onload=hacked()>");

  @Test
  void markupStaysTextWhereverItIsShown(Browser browser, People people) {
    Person ana = people.newcomer();
    ana.api().patch("/api/users/me", Map.of("displayName", IMAGE)).expect(200);
    String name = IMAGE + Names.unique();
    long room = ana.makesRoom(Map.of("name", name, "description", IMAGE));
    TEXTS.forEach(text -> ana.says(room, text));

    ChatPage page = ChatPage.inRoom(browser, ana, room);
    watchForScripts(page.page());
    for (String text : TEXTS) {
      assertThat(page.message(text)).hasCount(1);
    }
    page.write(IMAGE + " again");
    assertThat(page.message(IMAGE + " again")).hasAttribute("data-seq", "10");
    assertThat(page.page().getByTestId("message-author").first()).hasText(IMAGE);
    assertThat(page.heading(name).first()).isVisible();
    assertThat(page.room(name)).isVisible();
    page.button("Room details").click();
    assertThat(page.page().getByTestId("member")).containsText(IMAGE);
    page.button("Browse rooms").click();
    page.field("Search rooms").fill(name);
    assertThat(page.page().getByTestId("found-room")).hasCount(1);
    assertThat(page.page().getByTestId("found-room")).containsText(name);

    assertThat(page.page().locator("img, script:not([src])")).hasCount(0);
    assertThat(page.page().locator("[data-testid=message-text] a")).hasCount(0);
    assertThat(page.page().evaluate("globalThis.wasHacked")).isNull();
  }

  @Test
  void aLinkEndsWhereTheSentenceGoesOn(Browser browser, People people) {
    long room = people.ana().makesRoom();
    String text =
        """
        见https://a.example/1。次
        「https://a.example/2」と、https://a.example/3、
        （https://a.example/4）https://a.example/5，然后https://a.example/6…
        https://a.example/7_ and https://a.example/8_.
        https://a.example/日本語_(曖昧) https://a.example/L’Équipe https://a.example/می‌خواهم
        https://a.example/9\u202Egpj.exe""";
    people.ana().says(room, text);
    ChatPage page = ChatPage.inRoom(browser, people.ana(), room);
    assertThat(page.messages().locator("message-text a"))
        .hasText(
            new String[] {
              "https://a.example/1",
              "https://a.example/2",
              "https://a.example/3",
              "https://a.example/4",
              "https://a.example/5",
              "https://a.example/6",
              "https://a.example/7_",
              "https://a.example/8_",
              "https://a.example/日本語_(曖昧)",
              "https://a.example/L’Équipe",
              "https://a.example/می‌خواهم",
              "https://a.example/9"
            });
    assertThat(page.messages().locator("message-text").last()).hasJSProperty("textContent", text);
  }

  @Test
  void onlyAddressesOfTheWebBecomeLinks(Browser browser, People people) {
    long room = people.ana().makesRoom();
    people.ana().says(room, "see https://example.org/a?b=c#d, not data:text/html,x or ftp://x.y");
    ChatPage page = ChatPage.inRoom(browser, people.ana(), room);
    var link = page.messages().locator("message-text a");
    assertThat(link).hasCount(1);
    assertThat(link).hasAttribute("href", "https://example.org/a?b=c#d");
    assertThat(link).hasAttribute("rel", "noopener noreferrer");
  }

  private static void watchForScripts(Page page) {
    page.evaluate("() => { globalThis.hacked = () => (globalThis.wasHacked = true); }");
  }
}
