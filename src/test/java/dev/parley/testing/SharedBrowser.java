package dev.parley.testing;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Launches one Chromium for all tests; each test has windows of its own in it. */
final class SharedBrowser
    implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {
  private static final Namespace NAMESPACE = Namespace.create(SharedBrowser.class);
  private static final String MISSING =
      "No Chromium here: the browser tests are skipped. PARLEY_CHROMIUM may name one.";
  private static final double PATIENCE_MS = 15_000; // on a busy machine
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.isMissingOnPurpose()) {
      if (!TOLD.getAndSet(true)) {
        System.out.println(MISSING);
      }
      return ConditionEvaluationResult.disabled(MISSING);
    }
    return ConditionEvaluationResult.enabled("there is a browser");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context)
        .getOrComputeIfAbsent(
            Browser.class,
            type -> new Browser(launched(context).browser, SharedServer.server(context).address()),
            Browser.class);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Browser browser = store(context).get(Browser.class, Browser.class);
    if (browser == null) {
      return;
    }
    if (context.getExecutionException().isPresent()) {
      browser.takePictures(context.getUniqueId());
    } else {
      browser.expectNoTrouble();
    }
  }

  /** Closed after the test, with the windows in it. */
  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  private static Launched launched(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Launched.class, type -> new Launched(), Launched.class);
  }

  private static final class Launched implements AutoCloseable {
    final Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    final com.microsoft.playwright.Browser browser = playwright.chromium().launch(options());

    Launched() {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    private static LaunchOptions options() {
      Path chromium =
          Chromium.find().orElseThrow(() -> new IllegalStateException("CI=true needs a Chromium"));
      return new LaunchOptions().setExecutablePath(chromium).setArgs(Chromium.ARGUMENTS);
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }
}
