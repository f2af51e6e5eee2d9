package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** One person's browser window, which remembers what went wrong in it. */
public final class BrowserWindow {
  private final BrowserContext context;
  private final Page page;
  private final List<String> troubles = new ArrayList<>();

  BrowserWindow(BrowserContext context) {
    this.context = context;
    page = context.newPage();
    page.onPageError(error -> troubles.add("uncaught: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            troubles.add(message.text() + " (" + message.location() + ")");
          }
        });
  }

  public Page page() {
    return page;
  }

  /** For cookies, going offline, further pages of the same person. */
  public BrowserContext context() {
    return context;
  }

  /** Opens a path of the server, such as {@code /}. */
  public BrowserWindow open(String path) {
    page.navigate(path);
    return this;
  }

  /**
   * Errors of scripts and of the console so far: also blocked by the content security policy, and
   * requests that failed.
   */
  public List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** Asserts that axe-core finds nothing against WCAG 2.2 A and AA in what is shown now. */
  public void expectAccessible() {
    var findings =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations();
    assertThat(findings)
        .as("%s", findings.stream().map(f -> f.getId() + " " + f.getNodes()).toList())
        .isEmpty();
  }

  void close() {
    context.close();
  }
}
