package dev.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keycloak's sign-in page, filled in without a browser. It has cookies of its own. */
final class KeycloakPage {
  private static final Pattern ACTION =
      Pattern.compile("<form id=\"kc-form-login\"[^>]* action=\"([^\"]+)\"");

  private final HttpClient browser =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new Cookies())
          .build();

  /** Returns where Keycloak sends the browser afterwards. */
  URI signIn(URI authorization, String username, String password) {
    String page = send(HttpRequest.newBuilder(authorization)).body();
    Matcher action = ACTION.matcher(page);
    assertThat(action.find()).as("a form in %s", page).isTrue();
    String form = KeycloakTokens.encode(Map.of("username", username, "password", password));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form, UTF_8)));
    assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(302);
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Holds loopback for safe, as browsers do: Keycloak's cookies are {@code Secure}. */
  private static final class Cookies extends CookieManager {
    @Override
    public void put(URI from, Map<String, List<String>> headers) throws IOException {
      List<String> cookies = headers.getOrDefault("Set-Cookie", List.of());
      super.put(from, Map.of("Set-Cookie", cookies.stream().map(Cookies::forHttp).toList()));
    }

    private static String forHttp(String cookie) {
      return cookie.replaceFirst("(?i);\\s*Secure\\b", "");
    }
  }
}
