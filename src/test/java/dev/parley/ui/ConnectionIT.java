package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Wire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@BrowserTest
class ConnectionIT {
  @Test
  void afterALostConnectionNothingIsMissedAndWhatWaitedIsSentOnce(
      Browser browser, People people, ParleyServer server) {
    Person ana = people.ana();
    Person bo = people.bo();
    long room = ana.makesRoom();
    bo.joins(room);
    try (Wire wire = Wire.to(server.address())) {
      ChatPage page = through(wire, browser, ana).open("/rooms/" + room).isLive();
      page.write("before");
      assertThat(page.message("before")).hasAttribute("data-seq", "1");

      wire.cut();
      assertThat(page.button("Try now")).isVisible();
      bo.says(room, "while you were away");
      page.write("written in a tunnel");
      page.write("and another");
      assertThat(page.message("and another")).hasAttribute("data-pending", "waiting");

      wire.mend();
      page.button("Try now").click();
      page.isLive();
      assertThat(page.message("and another")).hasAttribute("data-seq", "4");
      assertThat(page.page().getByTestId("message-text"))
          .hasText(
              new String[] {"before", "while you were away", "written in a tunnel", "and another"});
      assertThat(textsOf(room, ana))
          .containsExactly("before", "while you were away", "written in a tunnel", "and another");
    }
  }

  @Test
  void aMessageOfWhichTheAnswerGotLostIsStoredOnce(
      Browser browser, People people, ParleyServer server) {
    Person ana = people.ana();
    long room = ana.makesRoom();
    people.bo().joins(room);
    var witness = people.bo().online();
    try (Wire wire = Wire.to(server.address())) {
      ChatPage page = through(wire, browser, ana).open("/rooms/" + room).isLive();
      wire.loseAnswers();
      page.write("did that arrive?");
      witness.awaitMessage(room, "did that arrive?");
      assertThat(page.message("did that arrive?")).hasAttribute("data-pending", "waiting");

      wire.cut();
      assertThat(page.button("Try now")).isVisible();
      wire.mend();
      page.button("Try now").click();
      assertThat(page.message("did that arrive?")).hasAttribute("data-seq", "1");
      assertThat(page.messages()).hasCount(1);
      assertThat(textsOf(room, ana)).containsExactly("did that arrive?");
    }
  }

  private static ChatPage through(Wire wire, Browser browser, Person person) {
    BrowserWindow window =
        browser.window(person, options -> options.setBaseURL(wire.address().toString()));
    return new ChatPage(window.expectTrouble("ERR_", "WebSocket connection"));
  }

  private static List<String> textsOf(long room, Person person) {
    JsonNode page = person.api().get("/api/chat/rooms/" + room + "/messages").expect(200).json();
    var texts = new ArrayList<String>();
    page.path("messages").forEach(message -> texts.add(message.path("text").asText()));
    return texts;
  }
}
