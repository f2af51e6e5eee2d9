package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import org.junit.jupiter.api.Test;

@BrowserTest
class WhoIsHereIT {
  private static final HasCountOptions SOON = new HasCountOptions().setTimeout(15_000);

  @Test
  void aDotSaysWhoIsHere(Browser browser, People people) {
    Person ana = people.newcomer();
    Person bo = people.newcomer();
    long room = ana.makesRoom();
    bo.joins(room);
    BrowserWindow window = browser.window(ana);
    var page = new ChatPage(window).open("/rooms/" + room).isLive();
    page.button("Room details").click();
    assertThat(page.page().getByTestId("member")).hasCount(2);
    assertThat(page.page().getByTestId("here")).hasCount(0);
    ChatSocket socket = bo.online();
    assertThat(page.page().getByTestId("here")).hasCount(1, SOON);
    window.expectAccessible();
    socket.close();
    assertThat(page.page().getByTestId("here")).hasCount(0, SOON);
  }
}
