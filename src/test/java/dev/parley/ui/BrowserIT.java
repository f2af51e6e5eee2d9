package dev.parley.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Browser;
import dev.parley.testing.BrowserTest;
import dev.parley.testing.BrowserWindow;
import org.junit.jupiter.api.Test;

@BrowserTest
class BrowserIT {
  @Test
  void thePageOpensWithoutTrouble(Browser browser) {
    BrowserWindow window = browser.window().open("/");
    assertThat(window.page().title()).isNotBlank();
    window.expectAccessible();
    assertThat(window.troubles()).isEmpty();
  }
}
