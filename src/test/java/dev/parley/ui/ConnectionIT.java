package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.Json;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@BrowserTest
class ConnectionIT {
  /** Takes frames of the server's away from a page; what it returns are its sockets, in order. */
  private static List<WebSocketRoute> intercept(
      ChatPage page, String pattern, Consumer<String> frames) {
    var routes = new ArrayList<WebSocketRoute>();
    page.page()
        .routeWebSocket(
            "**/realtime",
            route -> {
              routes.add(route);
              route
                  .connectToServer()
                  .onMessage(
                      frame -> {
                        if (frame.text().matches(pattern)) {
                          frames.accept(frame.text());
                        } else {
                          route.send(frame.text());
                        }
                      });
            });
    return routes;
  }

  /** Keeps what the server says from a page, as long as it is frozen. */
  private static List<WebSocketRoute> freeze(
      ChatPage page, AtomicBoolean frozen, List<String> held) {
    var routes = new ArrayList<WebSocketRoute>();
    page.page()
        .routeWebSocket(
            "**/realtime",
            route -> {
              routes.add(route);
              route
                  .connectToServer()
                  .onMessage(
                      frame -> {
                        if (frozen.get()) {
                          held.add(frame.text());
                        } else {
                          route.send(frame.text());
                        }
                      });
            });
    return routes;
  }

  private static final String KEPT_ON_DISK =
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
      page.button("Try now").click();
      bo.says(room, "while you were away");
      page.write("written in a tunnel");
      page.write("and another");
      assertThat(page.message("and another")).hasAttribute("data-pending", "waiting");

      wire.mend();
      comeBack(page);
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
      comeBack(page);
      assertThat(page.message("did that arrive?")).hasAttribute("data-seq", "1");
      assertThat(page.messages()).hasCount(1);
      assertThat(textsOf(room, ana)).containsExactly("did that arrive?");
    }
  }

  @Test
  void whatWaitsOutlivesTheTabAndIsSentByOneOfTheOthers(
      Browser browser, People people, ParleyServer server) {
    Person ana = people.ana();
    long room = ana.makesRoom();
    try (Wire wire = Wire.to(server.address())) {
      ChatPage page = through(wire, browser, ana).open("/rooms/" + room).isLive();
      ChatPage second = page.tab().open("/rooms/" + room).isLive();
      ChatPage third = page.tab().open("/rooms/" + room).isLive();
      wire.cut();
      assertThat(page.button("Try now")).isVisible();
      page.write("one");
      page.write("two");
      assertThat(page.message("two")).hasAttribute("data-pending", "waiting");
      page.page().waitForFunction(KEPT_ON_DISK, 2);
      page.page().close();

      wire.mend();
      comeBack(second);
      comeBack(third);
      for (ChatPage other : List.of(second, third)) {
        assertThat(other.page().getByTestId("message-text")).hasText(new String[] {"one", "two"});
        assertThat(other.message("two")).hasAttribute("data-seq", "2");
      }
      assertThat(textsOf(room, ana)).containsExactly("one", "two");
    }
  }

  @Test
  void aReloadKeepsWhatWaits(Browser browser, People people, ParleyServer server) {
    Person ana = people.ana();
    long room = ana.makesRoom();
    try (Wire wire = Wire.to(server.address())) {
      ChatPage page = through(wire, browser, ana).open("/rooms/" + room).isLive();
      wire.loseAnswers();
      page.write("before the reload");
      wire.cut();
      assertThat(page.button("Try now")).isVisible();
      wire.mend();
      page.page().reload();
      page.isLive();
      assertThat(page.message("before the reload")).hasAttribute("data-seq", "1");
      assertThat(page.messages()).hasCount(1);
      assertThat(textsOf(room, ana)).containsExactly("before the reload");
    }
  }

  /** As the server does when a reader does not keep up: frames are left out, then named. */
  @Test
  void whatTheServerLeftOutIsFetchedWhenItSaysSo(Browser browser, People people) {
    Person ana = people.ana();
    Person bo = people.bo();
    long room = ana.makesRoom();
    bo.joins(room);
    ChatPage page = new ChatPage(browser.window(ana));
    var leftOut = new ArrayList<JsonNode>();
    List<WebSocketRoute> routes =
        intercept(
            page, "\\{\"ev\":\"message\".*left out.*", frame -> leftOut.add(Json.read(frame)));
    page.open("/rooms/" + room).isLive();
    bo.says(room, "one");
    assertThat(page.message("one")).isVisible();
    bo.says(room, "two, to be left out");
    page.page().waitForCondition(() -> leftOut.size() == 1);
    bo.says(room, "three, to be left out");
    page.page().waitForCondition(() -> leftOut.size() == 2);
    assertThat(page.messages()).hasCount(1);

    routes
        .get(0)
        .send(
            "{\"ev\":\"resync\",\"rooms\":{\"%d\":%d}}"
                .formatted(room, leftOut.get(1).path("rev").asLong()));
    assertThat(page.page().getByTestId("message-text"))
        .hasText(new String[] {"one", "two, to be left out", "three, to be left out"});
  }

  /** As on a server that has just started, or a slow line. */
  @Test
  void whoWritesBeforeANewRoomHasOpenedSeesItThen(Browser browser, People people) {
    ChatPage page = new ChatPage(browser.window(people.newcomer()));
    var held = new ArrayList<String>();
    List<WebSocketRoute> routes = intercept(page, ".*\"ok\":\\{\"reset\":true.*", held::add);
    page.open("/").isLive();
    page.button("New room").first().click();
    page.field("Name").fill("early " + System.nanoTime());
    page.field("Name").press("Enter");
    page.write("early");
    page.page().waitForCondition(() -> held.size() == 1);
    routes.get(0).send(held.get(0));
    assertThat(page.message("early")).hasAttribute("data-seq", "1");
  }

  /** As where a server stands still, and its connections stay open. */
  @Test
  void aServerThatDoesNotAnswerIsNotTakenForOneThatDoes(Browser browser, People people) {
    ChatPage page = new ChatPage(browser.window(people.ana()));
    var frozen = new AtomicBoolean();
    var held = new ArrayList<String>();
    List<WebSocketRoute> routes = freeze(page, frozen, held);
    page.open("/rooms/" + people.ana().makesRoom()).isLive();
    assertThat(page.composer()).isVisible();
    frozen.set(true);
    page.write("anyone there?");
    Locator bar = page.page().getByTestId("connection");
    assertThat(bar).containsText("The server isn't responding", within(9));
    assertThat(page.message("anyone there?")).hasAttribute("data-pending", "waiting");

    frozen.set(false);
    List.copyOf(held).forEach(routes.get(0)::send);
    page.isLive();
    assertThat(bar).hasText("");

    frozen.set(true);
    page.write("and now?");
    assertThat(bar).containsText("The server isn't responding", within(9));
    frozen.set(false);
    page.button("Reconnect").click();
    assertThat(page.message("and now?")).hasAttribute("data-seq", "2");
    page.isLive();
  }

  @Test
  void whoeverIsOfflineIsToldAtOnce(Browser browser, People people) {
    BrowserWindow window = browser.window(people.ana()).expectTrouble("ERR_INTERNET");
    var page = new ChatPage(window).open("/rooms/" + people.ana().makesRoom()).isLive();
    assertThat(page.composer()).isVisible();
    window.context().setOffline(true);
    assertThat(page.page().getByTestId("connection")).containsText("You're offline.", within(1));
    window.context().setOffline(false);
    page.isLive();
    assertThat(page.page().getByTestId("connection")).hasText("");
  }

  private static LocatorAssertions.ContainsTextOptions within(int seconds) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(seconds * 1_000.0);
  }

  @Test
  void aNewTokenIsShownOnTheOpenConnection(Browser browser, People people) {
    ChatPage page = new ChatPage(browser.window(people.ana()));
    page.page().route("**/api/session/refresh", ConnectionIT::letTheTokenEndSoon);
    var socket = page.page().waitForWebSocket(() -> page.open("/").isLive());
    socket.waitForFrameSent(
        new WebSocket.WaitForFrameSentOptions()
            .setPredicate(frame -> frame.text().startsWith("{\"op\":\"auth\",\"ticket\"")),
        () -> {});
    page.isLive();
    assertThat(socket.isClosed()).isFalse();
  }

  private static void letTheTokenEndSoon(Route route) {
    APIResponse answer = route.fetch();
    String body = answer.text().replaceFirst("\"expiresIn\":\\d+", "\"expiresIn\":6");
    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
  }

  // As when the computer finds its network again: the page need not wait for its next try.
  private static void comeBack(ChatPage page) {
    page.page().evaluate("() => dispatchEvent(new Event('online'))");
    page.isLive();
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
