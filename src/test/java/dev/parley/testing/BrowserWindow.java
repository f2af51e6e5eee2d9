package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person's browser window, which remembers what went wrong in it. */
public final class BrowserWindow {
  private static final double PATIENCE_MS = 15_000;
  private static final String REPORT_WHAT_IS_BLOCKED =
      "addEventListener('securitypolicyviolation',"
          + " e => console.error('blocked:', e.violatedDirective, e.blockedURI))";

  private final BrowserContext context;
  private final Page page;
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private final List<String> expected = new ArrayList<>();

  BrowserWindow(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MS);
    context.addInitScript(REPORT_WHAT_IS_BLOCKED);
    context.onWebError(error -> troubles.add("uncaught: " + error.error()));
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            troubles.add(message.text() + " (" + message.location() + ")");
          }
        });
    page = context.newPage();
  }

  void signIn(Person person) {
    var account = Map.of("username", person.username(), "password", person.password());
    var answer = context.request().post("/api/login", RequestOptions.create().setData(account));
    assertThat(answer.status()).isEqualTo(200);
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
   * requests that failed. A test with some that nobody expects fails at its end.
   */
  public List<String> troubles() {
    return troubles.stream()
        .filter(trouble -> expected.stream().noneMatch(trouble::contains))
        .toList();
  }

  /** Says that troubles with these words in them belong to the test: {@code status of 404}. */
  public BrowserWindow expectTrouble(String... words) {
    expected.addAll(List.of(words));
    return this;
  }

  /**
   * Asserts that axe-core finds nothing against WCAG 2.2 A and AA in what is shown now, and no
   * colours that are hard to read in the dark theme either.
   */
  public void expectAccessible() {
    look(ColorScheme.LIGHT, ReducedMotion.REDUCE); // colours on their way are no colours
    expectNothingFound(
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")));
    look(ColorScheme.DARK, ReducedMotion.REDUCE);
    expectNothingFound(new AxeBuilder(page).withRules(List.of("color-contrast")));
    look(ColorScheme.LIGHT, ReducedMotion.NO_PREFERENCE);
  }

  private void look(ColorScheme colors, ReducedMotion motion) {
    page.emulateMedia(
        new Page.EmulateMediaOptions().setColorScheme(colors).setReducedMotion(motion));
  }

  private static void expectNothingFound(AxeBuilder rules) {
    var findings = rules.analyze().getViolations();
    assertThat(findings)
        .as("%s", findings.stream().map(f -> f.getId() + " " + f.getNodes()).toList())
        .isEmpty();
  }

  void close() {
    context.close();
  }
}
