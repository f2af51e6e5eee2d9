package dev.parley.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.testing.Browser;
import dev.parley.testing.BrowserWindow;
import dev.parley.testing.Json;
import dev.parley.testing.Person;
import java.util.regex.Pattern;

/** Parley in one browser tab, in the words of whoever uses it. */
final class ChatPage {
  private final Page page;

  ChatPage(Page page) {
    this.page = page;
  }

  ChatPage(BrowserWindow window) {
    this(window.page());
  }

  /** Somebody who is signed in, with this room open. */
  static ChatPage inRoom(Browser browser, Person person, long room) {
    return new ChatPage(browser.window(person)).open("/rooms/" + room).isLive();
  }

  Page page() {
    return page;
  }

  ChatPage open(String path) {
    page.navigate(path);
    return this;
  }

  /** Another tab of the same browser. */
  ChatPage tab() {
    BrowserContext context = page.context();
    return new ChatPage(context.newPage());
  }

  ChatPage isLive() {
    assertThat(page.getByTestId("connection")).hasAttribute("data-state", "live");
    return this;
  }

  void isAt(String pattern) {
    assertThat(page).hasURL(Pattern.compile(pattern + "$"));
  }

  /** At an address as it is written: the browser's own patterns do not know Java's quotes. */
  void isAtAddress(String address) {
    isAt(address.replaceAll("[.?]", "\\\\$0"));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator heading(String name) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator dialog(String name) {
    return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
  }

  Locator form(String name) {
    return page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  /** A note that tells what has been done. */
  Locator status(String words) {
    return page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(words));
  }

  Locator log() {
    return page.getByRole(AriaRole.LOG);
  }

  Locator details() {
    return page.getByRole(AriaRole.COMPLEMENTARY);
  }

  /** What is shown of the devices that somebody is signed in on. */
  Locator sessions() {
    return page.getByTestId("session");
  }

  /** People in the administration's list. */
  Locator accounts() {
    return page.getByTestId("account");
  }

  Locator auditEntries() {
    return page.getByTestId("audit-entry");
  }

  /** A room in the list at the left. */
  Locator room(String name) {
    return page.getByTestId("room-link").filter(new Locator.FilterOptions().setHasText(name));
  }

  Locator composer() {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Message ")));
  }

  /** Where a message is edited. */
  Locator editor() {
    return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Edit message"));
  }

  void write(String text) {
    composer().fill(text);
    composer().press("Enter");
  }

  Locator messages() {
    return page.getByTestId("message");
  }

  /** Every message with exactly this text. */
  Locator message(String text) {
    Locator words = page.getByTestId("message-text").filter(exactly(text));
    return messages().filter(new Locator.FilterOptions().setHas(words));
  }

  Locator message(int seq) {
    return page.locator("[data-testid=message][data-seq='" + seq + "']");
  }

  /** Signs in with the form, as after a first visit. */
  ChatPage signIn(Person person) {
    open("/sign-in");
    return signIn(person.username(), person.password());
  }

  /** The same, where the form is open. */
  ChatPage signIn(String username, String password) {
    field("Username").fill(username);
    field("Password").fill(password);
    button("Sign in").click();
    return isLive();
  }

  void signOut() {
    openAccountMenu();
    button("Sign out").click();
  }

  void openAccountMenu() {
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(", account$")))
        .click();
  }

  /**
   * Lets a path of the API be answered like this, whatever the server would say.
   *
   * @param path a regular expression for the end of an address
   */
  ChatPage pretend(String path, int status, Object body) {
    String type = status < 400 ? "application/json" : "application/problem+json";
    page.route(
        Pattern.compile(path + "$"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(status)
                    .setContentType(type)
                    .setBody(Json.write(body))));
    return this;
  }

  private static Locator.FilterOptions exactly(String text) {
    String literally = text.replaceAll("[\\\\^$.*+?()\\[\\]{}|]", "\\\\$0"); // \\Q is unknown there
    return new Locator.FilterOptions().setHasText(Pattern.compile("^" + literally + "$"));
  }
}
