package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.ParleyTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ParleyTest
class AssetsIT {
  private static final Pattern ASSETS = Pattern.compile("src=\"(assets/[0-9a-f]+/)js/main\\.js\"");

  @Test
  void thePageNamesFilesThatABrowserKeepsForGood(Api api) {
    Answer script = api.get(assets(api) + "js/main.js").expect(200);
    assertThat(script.header("Cache-Control")).hasValue("public, max-age=31536000, immutable");
    assertThat(script.header("Content-Type")).hasValue("text/javascript;charset=UTF-8");
    assertThat(script.header("Content-Security-Policy")).isPresent();
    assertThat(script.text()).contains("import './app/parley-app.js';");
  }

  @Test
  void thePageItselfIsAskedForEachTime(Api api) {
    assertThat(api.get("/").expect(200).header("Cache-Control")).hasValue("no-cache");
  }

  @Test
  void theManifestIsOne(Api api) {
    Answer manifest = api.get("/manifest.webmanifest").expect(200);
    assertThat(manifest.header("Content-Type").orElseThrow())
        .startsWith("application/manifest+json");
  }

  @Test
  void anAnswerHasTheIdOfItsRequest(Api api) {
    assertThat(api.with("X-Request-Id", "a-1").get("/api/server").header("X-Request-Id"))
        .hasValue("a-1");
    assertThat(api.with("X-Request-Id", "not one").get("/api/server").header("X-Request-Id"))
        .get()
        .asString()
        .matches("[0-9a-f]{16}");
  }

  @Test
  void theyComeCompressedWhereThatIsUnderstood(Api api) {
    Answer sheet =
        api.with("Accept-Encoding", "gzip, br").get(assets(api) + "css/tokens.css").expect(200);
    assertThat(sheet.header("Content-Encoding")).hasValue("gzip");
    assertThat(sheet.header("Vary")).hasValue("Accept-Encoding");
    assertThat(sheet.bytes()).startsWith(0x1f, 0x8b);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=0", "notgzip", "identity", "br", "*;q=0"})
  void theyComeAsTheyAreWhereItIsNot(String accepted, Api api) {
    Answer sheet =
        api.with("Accept-Encoding", accepted).get(assets(api) + "css/tokens.css").expect(200);
    assertThat(sheet.header("Content-Encoding")).isEmpty();
    assertThat(sheet.header("Vary")).hasValue("Accept-Encoding");
    assertThat(sheet.text()).contains(":root");
  }

  @Test
  void aPartIsNotGivenAndNotPromised(Api api) {
    Answer whole = api.get(assets(api) + "css/tokens.css").expect(200);
    Answer asked = api.with("Range", "bytes=0-9").get(assets(api) + "css/tokens.css").expect(200);
    assertThat(asked.bytes()).isEqualTo(whole.bytes());
    assertThat(asked.header("Accept-Ranges")).hasValue("none");
    assertThat(asked.header("Content-Range")).isEmpty();
  }

  @Test
  void thePageIsNotSentAgainToWhoHoldsIt(Api api) {
    String tag = api.get("/").expect(200).header("ETag").orElseThrow();
    Answer again = api.with("If-None-Match", "W/" + tag).get("/settings").expect(304);
    assertThat(again.header("ETag")).hasValue(tag);
    assertThat(again.header("Content-Security-Policy")).isPresent();
    api.with("If-None-Match", "\"x\"").get("/").expect(200);
  }

  /** One request stands before the first paint, and not one for each file. */
  @Test
  void allStyleSheetsComeInOneInTheirOrder(Api api) {
    String page = api.get("/").expect(200).text();
    assertThat(page.split("rel=\"stylesheet\"", -1)).hasSize(2);
    String all = api.get(assets(api) + "css/page.css").expect(200).text();
    String tokens = api.get(assets(api) + "css/tokens.css").expect(200).text();
    String last = api.get(assets(api) + "css/user-avatar.css").expect(200).text();
    assertThat(all).startsWith(tokens).endsWith(last);
  }

  @Test
  void librariesComeTheSameWay(Api api) {
    api.get(assets(api) + "webjars/lit-html/3.3.1/directives/repeat.js").expect(200);
  }

  @Test
  void anotherVersionIsNotThereAndNothingElseIs(Api api) {
    api.get("/assets/0000000000000000/js/main.js").expectProblem(404, "not_found");
    api.get(assets(api) + "WEB-INF/web.xml").expectProblem(404, "not_found");
    api.get(assets(api) + "index.html").expectProblem(404, "not_found");
    api.get(assets(api) + "webjars/lit-html/3.3.1/package.json").expectProblem(404, "not_found");
  }

  private static String assets(Api api) {
    Matcher named = ASSETS.matcher(api.get("/").expect(200).text());
    assertThat(named.find()).isTrue();
    return "/" + named.group(1);
  }
}
