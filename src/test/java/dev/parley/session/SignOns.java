package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.Eventually;
import dev.parley.testing.Names;
import dev.parley.testing.PlainProvider;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Signs in at the identity provider as a browser does, which goes there and comes back. */
final class SignOns {
  static final String BEGIN = "/api/session/sign-on";
  static final String CALLBACK = BEGIN + "/callback";

  private final Api nobody;
  private final PlainProvider provider;

  SignOns(Api nobody, PlainProvider provider) {
    this.nobody = nobody;
    this.provider = provider;
  }

  /** A browser that is on its way: what the address says, and what it brings back. */
  record Way(String state, String nonce, String cookie) {
    /** Another cookie under the name of this one. */
    String cookie(String value) {
      return cookie.substring(0, cookie.indexOf('=') + 1) + value;
    }
  }

  Way begin() {
    return begin("");
  }

  Way begin(String query) {
    Answer sent = nobody.get(BEGIN + query).expect(303);
    URI address = URI.create(sent.header("Location").orElseThrow());
    assertThat(address.toString()).startsWith(provider.authorizationEndpoint() + "?");
    Map<String, String> asked =
        Arrays.stream(address.getRawQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return new Way(asked.get("state"), asked.get("nonce"), Cookies.of(sent));
  }

  /** Lets the provider answer a new code with an ID token for someone. */
  String code(String subject, String nonce, UnaryOperator<JWTClaimsSet.Builder> change) {
    String code = "code" + Names.unique();
    provider.grants(
        code,
        answer(
            provider.idToken(subject, of -> change.apply(of.claim("nonce", nonce))),
            refreshToken(subject)));
    return code;
  }

  static String refreshToken(String subject) {
    return "refresh" + subject;
  }

  static Map<String, ?> answer(String idToken, String refreshToken) {
    return Map.of(
        "access_token",
        "opaque",
        "token_type",
        "Bearer",
        "expires_in",
        60,
        "id_token",
        idToken,
        "refresh_token",
        refreshToken);
  }

  Answer comeBack(Way way, String code) {
    return comeBack(way.cookie(), "code=" + code + "&state=" + way.state());
  }

  Answer comeBack(String cookie, String query) {
    return nobody.with("Cookie", cookie).get(CALLBACK + "?" + query);
  }

  /** Signs someone in and returns the cookie with the refresh token. */
  String signIn(String subject) {
    return signIn(subject, of -> of);
  }

  String signIn(String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
    Way way = begin();
    Answer back = comeBack(way, code(subject, way.nonce(), change)).expect(303);
    assertThat(back.header("Location").orElseThrow()).endsWith("/#signed-in");
    return refreshCookie(back);
  }

  /** The name and value of the cookie by which the session goes on. */
  static String refreshCookie(Answer answer) {
    return answer.headers("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(RefreshCookie.NAME + "="))
        .findFirst()
        .orElseThrow()
        .replaceFirst(";.*", "");
  }

  Answer refresh(String cookie) {
    return new Cookies(nobody).refresh(cookie);
  }

  /** What came in the end of refreshing again and again. */
  record Refreshed(String cookie, Answer answer) {}

  /** Refreshes until the answer is this; the cookie is the last one that was taken. */
  Refreshed refreshUntil(int status, String cookie) {
    var last = new AtomicReference<>(new Refreshed(cookie, refresh(cookie)));
    Eventually.holds(
        "status " + status,
        BrowserSessions.PAUSE.multipliedBy(2),
        () -> {
          String before = last.get().cookie();
          Answer answer = refresh(before);
          boolean goesOn = answer.expectAnyOf(200, status) == 200;
          last.set(new Refreshed(goesOn ? refreshCookie(answer) : before, answer));
          return !goesOn;
        });
    return last.get();
  }

  /** A new access token of Parley's own. */
  String token(String cookie) {
    return Cookies.token(refresh(cookie).expect(200));
  }

  /** Asserts that the browser is sent to the page which says what went wrong, and has nothing. */
  void refused(Answer answer, String why) {
    answer.expect(303);
    assertThat(answer.header("Location"))
        .contains(nobody.server().resolve("sign-in?failed=" + why).toString());
    assertThat(answer.headers("Set-Cookie"))
        .allSatisfy(
            cookie -> assertThat(cookie).startsWith(SignOnCookies.PREFIX).contains("Max-Age=0"));
  }
}
