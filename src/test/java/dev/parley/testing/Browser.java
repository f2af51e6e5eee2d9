package dev.parley.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    BrowserContext context =
        browser.newContext(options.apply(new NewContextOptions().setBaseURL(server.toString())));
    var window = new BrowserWindow(context);
    windows.add(window);
    return window;
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
}
