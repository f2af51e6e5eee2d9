package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@BrowserTest
class AdministrationPageIT {
  private static final Page.GetByTextOptions WHOLE = new Page.GetByTextOptions().setExact(true);

  @Test
  void onlyAdministratorsFindIt(Browser browser, People people) {
    var ana = new ChatPage(browser.window(people.newcomer())).open("/admin").isLive();
    assertThat(ana.heading("There is nothing at this address")).isVisible();
    ana.openAccountMenu();
    assertThat(ana.link("Settings")).isVisible();
    assertThat(ana.link("Administration")).hasCount(0);

    var admin = new ChatPage(browser.window(people.admin())).open("/").isLive();
    admin.openAccountMenu();
    admin.link("Administration").click();
    admin.isAt("/admin");
    assertThat(admin.accounts().first()).isVisible();
  }

  @Test
  void nothingOfItComesWithTheWayIn(Browser browser) {
    BrowserWindow window = browser.window().open("/sign-in");
    window.page().evaluate("customElements.whenDefined('chat-shell').then(() => true)");
    assertThat(scriptsOf(window))
        .anyMatch(script -> script.contains("/js/chat.js"))
        .noneMatch(script -> script.contains("/js/admin/") || script.contains("settings"));
  }

  @Test
  void somebodyIsFoundShutOutAndLetInAgain(Browser browser, People people) {
    Person bo = people.newcomer();
    var theirs = browser.window(bo).expectTrouble("status of 401");
    var out = new ChatPage(theirs).open("/").isLive();
    var page = new ChatPage(browser.window(people.admin())).open("/admin").isLive();
    page.field("Search people").fill(bo.username());
    assertThat(page.accounts()).hasCount(1);
    page.accounts().getByRole(AriaRole.LINK).click();
    assertThat(page.heading(bo.username())).isVisible();

    page.button("Disable").click();
    Locator question = page.dialog("Disable account");
    assertThat(question).containsText("is signed out everywhere at once");
    inside(question, "Disable").click();
    assertThat(page.status("Disabled on")).isVisible();
    assertThat(page.page().getByText("Nowhere at the moment.")).isVisible();
    assertThat(out.heading("Sign in to Parley")).isVisible();

    page.button("Enable").click();
    assertThat(page.status("Can sign in.")).isVisible();
    page.page().goBack();
    page.isAt("/admin\\?query=" + bo.username());
    assertThat(page.accounts()).hasCount(1);
  }

  @Test
  void aLongListGoesOnWhereItEnded(Browser browser, People people) {
    var page = new ChatPage(browser.window(people.admin()));
    page.pretend(
        "/api/admin/users\\?limit=50", 200, Map.of("users", List.of(account(1)), "next", "n"));
    page.pretend("/api/admin/users\\?cursor=n&limit=50", 200, Map.of("users", List.of(account(2))));
    page.open("/admin").isLive();
    page.button("Show more").press("Enter");
    assertThat(page.accounts()).containsText(new String[] {"Guest 1", "Guest 2"});
    assertThat(page.accounts().last().getByRole(AriaRole.LINK)).isFocused();
    assertThat(page.button("Show more")).hasCount(0);
  }

  @Test
  void someoneElsesDevicesAreSignedOut(Browser browser, People people) {
    Person bo = people.newcomer();
    var theirs = browser.window(bo).expectTrouble("status of 401");
    var out = new ChatPage(theirs).open("/").isLive();
    ChatPage page = atPerson(browser, people, bo);
    assertThat(page.sessions()).hasCount(2);
    page.button("Sign out everywhere").click();
    assertThat(page.status("Signed out everywhere.")).isFocused();
    assertThat(page.sessions()).hasCount(0);
    assertThat(out.heading("Sign in to Parley")).isVisible();
  }

  @Test
  void aLinkIsShownOnce(Browser browser, People people) {
    Person bo = people.newcomer();
    ChatPage page = atPerson(browser, people, bo);
    page.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.button("New password link").click();
    Locator dialog = page.dialog("New password link");
    Locator link = dialog.getByLabel("Link");
    assertThat(link).hasValue(Pattern.compile("/new-password#[\\w-]{43}$"));
    page.button("Copy").click();
    assertThat(page.status("Copied")).isVisible();
    assertThat(page.page().evaluate("navigator.clipboard.readText()")).isEqualTo(link.inputValue());

    page.page().mouse().click(5, 5); // beside it: the link would be lost
    assertThat(link).isVisible();
    page.button("Done").click();
    assertThat(dialog).isHidden();
    assertThat(link).hasCount(0);
    assertThat(page.button("New password link")).isFocused();
  }

  @Test
  void someoneIsInvited(Browser browser, People people) {
    var page = new ChatPage(browser.window(people.admin())).open("/admin").isLive();
    page.button("Invite someone").click();
    assertThat(page.dialog("Invitation").getByLabel("Link"))
        .hasValue(Pattern.compile("/sign-up#[\\w-]{43}$"));
  }

  @Test
  void aRoleIsGivenAndTakenWhereItIsShown(Browser browser, People people) {
    Person bo = people.newcomer();
    var window = browser.window(people.admin()).expectTrouble("status of 409");
    var page = new ChatPage(window).open("/admin/users/" + bo.id()).isLive();
    page.button("Make administrator").click();
    assertThat(page.page().getByText("Administrator", WHOLE)).isVisible();

    var refusal = Map.of("status", 409, "code", "last_admin", "detail", "Somebody has to be.");
    page.pretend("/api/admin/users/" + bo.id(), 409, refusal);
    page.button("Take administration away").click();
    assertThat(page.alert()).hasText("Somebody has to be.");
    page.page().unrouteAll();
    page.button("Take administration away").click();
    assertThat(page.button("Make administrator")).isVisible();
    assertThat(page.alert()).hasCount(0);
  }

  @Test
  void theAuditTellsWhatWasDoneToWhom(Browser browser, People people) {
    Person bo = people.newcomer();
    var account = "/api/admin/users/" + bo.id();
    people.admin().api().patch(account, Map.of("disabled", true)).expect(200);
    people.admin().api().patch(account, Map.of("disabled", false)).expect(200);
    var page = new ChatPage(browser.window(people.admin())).open("/admin/audit").isLive();

    page.button("Person Everyone").click();
    page.field("Find a person").fill(bo.username());
    page.dialog("Choose a person").getByText(bo.username()).first().click();
    String admin = people.admin().username();
    assertThat(page.auditEntries())
        .containsText(
            new String[] {
              admin + " enabled " + bo.username(), admin + " disabled " + bo.username()
            });

    page.field("Kind").selectOption("Accounts disabled");
    assertThat(page.auditEntries()).hasCount(1);
    page.page().reload();
    assertThat(page.auditEntries()).hasCount(1);
    assertThat(page.field("Kind")).hasValue("USER_DISABLED");
    page.page().goBack();
    assertThat(page.auditEntries()).hasCount(2);
    assertThat(page.field("Kind")).hasValue("");
    page.button("Everyone").click();
    page.isAt("/admin/audit");
  }

  private static ChatPage atPerson(Browser browser, People people, Person person) {
    return new ChatPage(browser.window(people.admin()))
        .open("/admin/users/" + person.id())
        .isLive();
  }

  private static Map<String, Object> account(int id) {
    return Map.of(
        "id",
        id,
        "username",
        "guest" + id,
        "displayName",
        "Guest " + id,
        "role",
        "USER",
        "createdAt",
        "2026-01-01T00:00:00Z");
  }

  private static Locator inside(Locator dialog, String button) {
    return dialog.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
  }

  private static List<String> scriptsOf(BrowserWindow window) {
    Object names =
        window
            .page()
            .evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)");
    return ((List<?>) names).stream().map(String::valueOf).toList();
  }
}
