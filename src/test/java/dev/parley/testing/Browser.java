package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The browser as one test sees it: the windows that it opens are closed after it. */
public final class Browser implements AutoCloseable {
  private final com.microsoft.playwright.Browser browser;
  private final URI server;
  private final List<BrowserWindow> windows = new ArrayList<>();

  Browser(com.microsoft.playwright.Browser browser, URI server) {
    this.browser = browser;
    this.server = server;
  }

  /** A window of somebody else: it shares no cookie with the others. Nothing is open in it yet. */
  public BrowserWindow window() {
    return window(options -> options);
  }

  /** A window of another size, colour scheme, language, … */
  public BrowserWindow window(UnaryOperator<NewContextOptions> options) {
    return open(options.apply(defaults()));
  }

  /** A window of this person, signed in already. */
  public BrowserWindow window(Person person) {
    return window(person, options -> options);
  }

  /** A window of this person, signed in already, of another size, colour scheme, … */
  public BrowserWindow window(Person person, UnaryOperator<NewContextOptions> options) {
    NewContextOptions all = options.apply(defaults());
    BrowserWindow window = open(all.setStorageState(signedIn(all.baseURL)));
    window.signIn(person);
    return window;
  }

  /** Asserts that no script failed in any window, and that nothing was blocked. */
  void expectNoTrouble() {
    assertThat(windows).allSatisfy(window -> assertThat(window.troubles()).isEmpty());
  }

  /** Leaves a picture of every window in {@code target/pictures}. */
  void takePictures(String name) {
    Path folder = WorkFolder.build().resolve("pictures");
    for (int i = 0; i < windows.size(); i++) {
      Path file = folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + "-" + i + ".png");
      windows.get(i).page().screenshot(new Page.ScreenshotOptions().setPath(file));
    }
  }

  @Override
  public void close() {
    windows.forEach(BrowserWindow::close);
  }

  private NewContextOptions defaults() {
    return new NewContextOptions().setBaseURL(server.toString());
  }

  private BrowserWindow open(NewContextOptions options) {
    var window = new BrowserWindow(browser.newContext(options));
    windows.add(window);
    return window;
  }

  // The page asks for its session only where it remembers that there is one.
  private static String signedIn(String address) {
    var note = Map.of("name", "parley.session", "value", "yes");
    var origin = Map.of("origin", address.replaceFirst("/$", ""), "localStorage", List.of(note));
    return Json.write(Map.of("cookies", List.of(), "origins", List.of(origin)));
  }
}
