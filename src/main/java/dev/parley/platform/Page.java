package dev.parley.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The one page, {@code index.html}, as it is written: for a place at the root, with a link for each
 * style sheet.
 */
record Page(String written) {
  /** All style sheets in one, in the order of their links: one request stands before the paint. */
  static final String STYLE_SHEET = "/css/page.css";

  private static final String BASE = "<base href=\"/\">";
  private static final Pattern ASSET =
      Pattern.compile("(?<=\\b(?:src|href)=\")(?=(?:js|css|webjars)/)");
  private static final Pattern STYLE_LINK =
      Pattern.compile("\\s*<link rel=\"stylesheet\" href=\"(css/[^\"]+)\">");

  static Page in(ServletContext context) {
    try (var file = context.getResourceAsStream("/index.html")) {
      if (file == null) {
        throw new IllegalStateException("index.html is not in the WAR");
      }
      return new Page(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths of its style sheets, from the root of the WAR. */
  List<String> styleSheets() {
    return STYLE_LINK.matcher(written).results().map(link -> "/" + link.group(1)).toList();
  }

  /**
   * The page as it is served.
   *
   * @param contextPath where the application is deployed; empty at the root
   * @param assets the folder of scripts and style sheets, below that
   */
  String served(String contextPath, String assets) {
    String one = "\n  <link rel=\"stylesheet\" href=\"" + STYLE_SHEET.substring(1) + "\">";
    MatchResult first = STYLE_LINK.matcher(written).results().findFirst().orElseThrow();
    String head = written.substring(0, first.start()) + one;
    String rest = STYLE_LINK.matcher(written.substring(first.end())).replaceAll("");
    return ASSET
        .matcher((head + rest).replace(BASE, "<base href=\"" + contextPath + "/\">"))
        .replaceAll(assets);
  }
}
