package dev.parley.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OldBrowserScriptTest {
  /** What ECMAScript 5 does not know. A script in which one of them stands is not run at all. */
  private static final Pattern NEWER =
      Pattern.compile("=>|`|\\?\\.|\\?\\?|\\.\\.\\.|\\b(let|const|class|async|await|import|of)\\b");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

  @Test
  void theScriptForOldBrowsersCanBeReadByThem() throws IOException {
    String script = Files.readString(Path.of("src/main/webapp/js/browser.js"));
    assertThat(COMMENT.matcher(script).replaceAll(""))
        .contains("supports")
        .doesNotContainPattern(NEWER);
  }
}
