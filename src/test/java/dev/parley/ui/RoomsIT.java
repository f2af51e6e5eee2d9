package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.Names;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BrowserTest
class RoomsIT {
  @Test
  void aRoomIsMadeFoundJoinedAndLeft(Browser browser, People people) {
    var ana = new ChatPage(browser.window(people.newcomer())).open("/").isLive();
    var bo = new ChatPage(browser.window(people.newcomer())).open("/").isLive();
    String name = "orchard " + Names.unique();

    ana.page().getByRole(AriaRole.MAIN).getByText("New room").click();
    ana.field("Name").fill(name);
    ana.field("What it is about").fill("apples");
    ana.button("Create room").click();
    assertThat(ana.heading(name).first()).isVisible();
    assertThat(ana.composer()).isFocused();

    bo.button("Browse rooms").first().click();
    bo.field("Search rooms").fill(name);
    bo.button("Join " + name).click();
    assertThat(bo.composer()).isVisible();
    assertThat(bo.room(name)).hasAttribute("aria-current", "page");

    ana.button("Room details").click();
    assertThat(ana.page().getByTestId("member")).hasCount(2);
    bo.button("Room details").click();
    bo.button("Leave room").click();
    bo.button("Leave").click();
    assertThat(bo.room(name)).hasCount(0);
    assertThat(ana.page().getByTestId("member")).hasCount(1);
  }

  @Test
  void aPrivateRoomIsThereForItsMembersOnly(Browser browser, People people) {
    Person owner = people.ana();
    Person guest = people.newcomer();
    String name = "cellar " + Names.unique();
    long room = owner.makesRoom(Map.of("name", name, "kind", "PRIVATE"));
    owner.says(room, "not for everyone");
    BrowserWindow window = browser.window(guest).expectTrouble("status of 404");
    var page = new ChatPage(window).open("/rooms/" + room);
    assertThat(page.heading("This room is not here")).isVisible();
    page.button("Browse rooms").first().click();
    page.field("Search rooms").fill(name);
    assertThat(page.dialog("Browse rooms")).containsText("No room has that in its name");
    page.button("Close").click();

    owner
        .api()
        .post("/api/chat/rooms/" + room + "/members", Map.of("userId", guest.id()))
        .expect(201);
    page.room(name).click();
    assertThat(page.message("not for everyone")).isVisible();
  }

  @Test
  void whoeverIsAddedOrRemovedSeesItAtOnce(Browser browser, People people) {
    Person owner = people.ana();
    Person guest = people.newcomer();
    String name = "attic " + Names.unique();
    long room = owner.makesRoom(Map.of("name", name, "kind", "PRIVATE"));
    BrowserWindow window = browser.window(guest).expectTrouble("status of 404");
    var page = new ChatPage(window).open("/").isLive();
    owner
        .api()
        .post("/api/chat/rooms/" + room + "/members", Map.of("userId", guest.id()))
        .expect(201);
    page.room(name).click();
    assertThat(page.composer()).isVisible();
    owner.api().delete("/api/chat/rooms/" + room + "/members/" + guest.id()).expect(204);
    assertThat(page.heading("This room is not here")).isVisible();
    assertThat(page.room(name)).hasCount(0);
  }
}
