package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.Names;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
class SigningInIT {
  @Test
  void whoeverSignsUpIsInAndStaysInOverAReload(Browser browser) {
    BrowserWindow window = browser.window().expectTrouble("status of 400", "status of 409");
    var page = new ChatPage(window.open("/"));
    String username = "new" + Names.unique();

    page.link("Create an account").click();
    page.field("Username").fill(username);
    page.field("Display name").fill("Nia");
    page.field("Password").fill("password1");
    page.button("Create account").click();
    assertThat(page.field("Password")).hasAttribute("aria-invalid", "true");
    assertThat(page.field("Password")).hasAccessibleDescription(Pattern.compile("\\w{3}"));
    assertThat(page.field("Password")).isFocused();

    page.field("Password").fill("a lamp under four tables");
    page.button("Create account").click();
    assertThat(page.heading("Start with a room")).isVisible();
    assertThat(page.button("Nia, account")).isVisible();

    page.page().reload();
    assertThat(page.button("Nia, account")).isVisible();
  }

  @Test
  void aNameThatIsTakenIsSaidSoBesideTheField(Browser browser, People people) {
    BrowserWindow window = browser.window().expectTrouble("status of 409");
    var page = new ChatPage(window.open("/sign-up"));
    page.field("Username").fill(people.ana().username());
    page.field("Password").fill("a lamp under four tables");
    page.button("Create account").click();
    assertThat(page.field("Username")).hasAttribute("aria-invalid", "true");
    assertThat(page.field("Username")).isFocused();
    assertThat(page.field("Password")).hasValue("a lamp under four tables");
  }

  @Test
  void aWrongPasswordIsToldAndTheRightOneLeadsOn(Browser browser, People people) {
    Person ana = people.ana();
    long room = ana.makesRoom();
    BrowserWindow window = browser.window().expectTrouble("status of 401");
    var page = new ChatPage(window.open("/rooms/" + room));
    page.field("Username").fill(ana.username());
    page.field("Password").fill("not " + ana.password());
    page.button("Sign in").click();
    assertThat(page.alert()).containsText("password");

    page.field("Password").fill(ana.password());
    page.field("Password").press("Enter");
    page.isLive().isAt("/rooms/" + room);
    assertThat(page.composer()).isFocused();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/settings", "/admin/audit?action=USER_DISABLED", "/admin?query=a"})
  void whoeverSignsInIsWhereTheyWantedToGo(String address, Browser browser, People people) {
    Person admin = people.admin();
    var page = new ChatPage(browser.window().open(address));
    page.field("Username").fill(admin.username());
    page.field("Password").fill(admin.password());
    page.field("Password").press("Enter");
    page.isLive().isAtAddress(address);
  }

  @Test
  void aLinkToAMessageIsOpenAfterSigningInAndSigningUp(Browser browser, People people) {
    Person ana = people.ana();
    long room = ana.makesRoom();
    ana.says(room, "look here");
    String address = "/rooms/" + room + "/1";
    var page = new ChatPage(browser.window().open(address));
    page.link("Create an account").click();
    page.link("Sign in").click();
    page.field("Username").fill(ana.username());
    page.field("Password").fill(ana.password());
    page.field("Password").press("Enter");
    page.isLive().isAtAddress(address);
    assertThat(page.message("look here")).isVisible();
    page.signOut();
    page.isAt("/sign-in");

    var another = new ChatPage(browser.window().open(address));
    another.link("Create an account").click();
    another.field("Username").fill("new" + Names.unique());
    another.field("Password").fill("a lamp under four tables");
    another.button("Create account").click();
    another.isLive().isAtAddress(address);
  }

  @Test
  void signingOutHoldsInEveryTab(Browser browser, People people) {
    var one = new ChatPage(browser.window()).signIn(people.newcomer());
    var other = one.tab().open("/settings").isLive();
    one.signOut();
    assertThat(one.heading("Sign in to Parley")).isVisible();
    assertThat(other.heading("Sign in to Parley")).isVisible();
    one.page().reload();
    assertThat(one.heading("Sign in to Parley")).isVisible();
  }
}
