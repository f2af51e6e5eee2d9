package dev.parley.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final Page PAGE =
      new Page(
          """
          <base href="/">
            <script src="js/theme.js"></script>
            <link rel="stylesheet" href="css/one.css">
            <link rel="stylesheet" href="css/two.css">
            <link rel="modulepreload" href="js/app.js">
          """);

  private static final Path WEB = Path.of("src/main/webapp");
  private static final Pattern PRELOAD = Pattern.compile("modulepreload\" href=\"([^\"]+)\"");
  private static final Pattern IMPORT =
      Pattern.compile("(?:from|import)\\s*[\"']([^\"']+)[\"']"); // not import(…)

  @Test
  void styleSheetsAreListedInTheirOrder() {
    assertThat(PAGE.styleSheets()).containsExactly("/css/one.css", "/css/two.css");
  }

  @Test
  void itIsServedWithItsPlaceAndOneStyleSheet() {
    assertThat(PAGE.served("/chat", "assets/1/"))
        .isEqualTo(
            """
            <base href="/chat/">
              <script src="assets/1/js/theme.js"></script>
              <link rel="stylesheet" href="assets/1/css/page.css">
              <link rel="modulepreload" href="assets/1/js/app.js">
            """);
  }

  /** Or they would come one step after the other. */
  @Test
  void allThatMainImportsIsLoadedAhead() throws IOException {
    Set<String> imported = new TreeSet<>();
    collectImports("js/main.js", imported);
    Set<String> ahead =
        PRELOAD
            .matcher(Files.readString(WEB.resolve("index.html")))
            .results()
            .map(link -> link.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(ahead).isEqualTo(imported);
  }

  private static void collectImports(String script, Set<String> found) throws IOException {
    for (MatchResult line : IMPORT.matcher(text(script)).results().toList()) {
      String imported = URI.create(script).resolve(line.group(1)).toString();
      if (found.add(imported)) {
        collectImports(imported, found);
      }
    }
  }

  private static String text(String script) throws IOException {
    if (!script.startsWith("webjars/")) {
      return Files.readString(WEB.resolve(script));
    }
    try (var file = PageTest.class.getResourceAsStream("/META-INF/resources/" + script)) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
