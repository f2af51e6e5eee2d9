package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.session.SignOns.Way;
import dev.parley.testing.Answer;
import dev.parley.testing.Names;
import dev.parley.testing.PlainProvider;
import dev.parley.testing.RawHttp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with a browser, as an attacker would have it. */
class SignOnIT extends AtTheProvider {
  @Test
  void whoComesBackFromTheProviderIsSignedIn() {
    Way way = browser.begin("?to=rooms/7");
    Answer back = browser.comeBack(way, browser.code(ana, way.nonce(), of -> of)).expect(303);
    assertThat(back.header("Location")).contains(nobody.server() + "rooms/7#signed-in");
    assertThat(back.header("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(back.headers("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith(way.cookie(";")) && cookie.contains("Max-Age=0"))
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite="));
    String token = browser.token(SignOns.refreshCookie(back));
    assertThat(nobody.as(token).get(ME).expect(200).json().path("username").asText())
        .isEqualTo(ana);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "rooms/7\r\nSet-Cookie: a=b",
        "rooms/7\n",
        "rooms//evil.example",
        "../evil",
        "@evil.example",
        ".evil.example",
        "?a=b",
        "rooms/7#evil",
        "rooms/7?a=%zz",
        "rooms/7?a=b\\c",
        "rooms//evil.example",
        "rooms/\u202E7",
        "\uFF0F\uFF0Fevil.example",
        "%2F%2Fevil.example",
        "\u0000"
      })
  void nobodyIsSentElsewhere(String to) {
    Way way = browser.begin("?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    Answer back = browser.comeBack(way, browser.code(ana, way.nonce(), of -> of)).expect(303);
    assertThat(back.header("Location")).contains(nobody.server() + "#signed-in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "settings",
        "admin/users/7",
        "rooms/17/1891",
        "rooms/17/1891?show=members",
        "admin/audit?action=USER_DISABLED&user=7",
        "admin?query=Jos%C3%A9"
      })
  void oneComesBackToThePageThatOneWanted(String to) {
    Way way = browser.begin("?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    Answer back = browser.comeBack(way, browser.code(ana, way.nonce(), of -> of)).expect(303);
    assertThat(back.header("Location")).contains(nobody.server() + to + "#signed-in");
  }

  @Test
  void aLongPlaceIsForgotten() {
    Way way = browser.begin("?to=" + "x".repeat(5_000));
    Answer back = browser.comeBack(way, browser.code(ana, way.nonce(), of -> of)).expect(303);
    assertThat(back.header("Location")).contains(nobody.server() + "#signed-in");
  }

  @Test
  void anotherBrowserIsRefused() {
    Way mine = browser.begin();
    Way another = browser.begin();
    String code = browser.code(ana, mine.nonce(), of -> of);
    browser.refused(browser.comeBack(another, code), "refused"); // the nonce is not its own
    String sealed = mine.cookie().replaceFirst("^[^=]*=", "");
    browser.refused(
        browser.comeBack(mine.cookie(), "code=" + code + "&state=" + another.state()), "refused");
    browser.refused(
        browser.comeBack(another.cookie(sealed), "code=" + code + "&state=" + another.state()),
        "refused");
    browser.refused(
        browser.comeBack("parley_none=x", "code=" + code + "&state=" + mine.state()), "refused");
    browser.refused(
        browser.comeBack(mine.cookie(""), "code=" + code + "&state=" + mine.state()), "refused");
  }

  @Test
  void twoTabsOfOneBrowserSignInAtOnce() {
    Way one = browser.begin();
    Way other = browser.begin();
    String cookies = one.cookie() + "; " + other.cookie();
    for (Way way : List.of(other, one)) {
      String query = "code=" + browser.code(ana, way.nonce(), of -> of) + "&state=" + way.state();
      Answer back = browser.comeBack(cookies, query).expect(303);
      assertThat(back.header("Location").orElseThrow()).endsWith("#signed-in");
      assertThat(back.headers("Set-Cookie"))
          .filteredOn(cookie -> cookie.startsWith(SignOnCookies.PREFIX))
          .singleElement(STRING)
          .startsWith(way.cookie(";"));
    }
  }

  @Test
  void ofTooManyTabsTheOldestIsForgotten() {
    List<Way> ways = Stream.generate(browser::begin).limit(SignOnCookies.MOST).toList();
    String cookies = ways.stream().map(Way::cookie).collect(Collectors.joining("; "));
    Answer sent = nobody.with("Cookie", cookies).get(SignOns.BEGIN).expect(303);
    assertThat(sent.headers("Set-Cookie")).hasSize(2);
    assertThat(sent.headers("Set-Cookie").get(1))
        .startsWith(ways.get(0).cookie(";"))
        .contains("Max-Age=0");
  }

  @Test
  void aChangedCookieIsRefused() {
    Way way = browser.begin();
    String query = "code=" + browser.code(ana, way.nonce(), of -> of) + "&state=" + way.state();
    String cookie = way.cookie();
    int middle = cookie.length() - 40;
    char other = cookie.charAt(middle) == 'A' ? 'B' : 'A';
    for (String changed :
        List.of(
            cookie.substring(0, middle) + other + cookie.substring(middle + 1),
            cookie.substring(0, middle),
            cookie + "A",
            way.cookie("x"),
            way.cookie("a.b.c.d.e"),
            way.cookie("eyJhbGciOiJub25lIn0.e30."),
            way.cookie("x".repeat(4_000)))) {
      browser.refused(browser.comeBack(changed, query), "refused");
    }
  }

  @Test
  void aGrantIsNoCookieToComeBackWith() {
    String sealed = browser.signIn(ana).replaceFirst("^[^=]*=", "parley_sign_on_12345678=");
    browser.refused(browser.comeBack(sealed, "code=x&state=12345678"), "refused");
  }

  @Test
  void aCodeIsGoodOnce() {
    Way way = browser.begin();
    String code = browser.code(ana, way.nonce(), of -> of);
    browser.comeBack(way, code).expect(303);
    provider.grants(code, Map.of("error", "invalid_grant"));
    browser.refused(browser.comeBack(way, code), "refused");
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    Way way = browser.begin();
    String code = browser.code(ana, way.nonce(), of -> of);
    String state = "&state=" + way.state();
    for (String query :
        List.of(
            "",
            "code=" + code,
            "code=" + code + "&state=",
            "code=" + code + "&state=x",
            "state=" + way.state(),
            "code=" + state,
            "code=%20" + state,
            "code=%00" + state,
            "error=access_denied" + state,
            "error=" + state,
            "error=%00%0d%0a%22" + state,
            "error=x&error_uri=%3A%3A" + state,
            "error=access_denied&error_description=%3Cscript%3E" + state,
            "code=" + code + state + "&iss=https%3A%2F%2Fanother.example",
            "code=" + code + state + "&id_token=x",
            "code=" + code + state + "&access_token=x",
            "code=" + code + state + "&access_token=x&token_type=Bearer&expires_in=x",
            "response=x" + state,
            "response=a.b.c",
            "response=" + provider.idToken(ana, of -> of),
            "id_token=" + provider.idToken(ana, of -> of) + state)) {
      Answer answer = browser.comeBack(way.cookie(), query);
      assertThat(answer.status()).as(query).isEqualTo(303);
      browser.refused(answer, "refused");
    }
    String own = "&iss=" + URLEncoder.encode(provider.issuer(), StandardCharsets.UTF_8);
    Answer back = browser.comeBack(way.cookie(), "code=" + code + state + own).expect(303);
    assertThat(back.header("Location").orElseThrow()).endsWith("#signed-in");
  }

  @Test
  void whatIsNoQueryIsRefused() {
    Way way = browser.begin();
    for (String query : List.of("%zz", "code=%", "a|b", "a^{}", "code=x&state=%C0%80", "\u00ff")) {
      String answer =
          RawHttp.answer(
              nobody.server(),
              ("GET " + SignOns.CALLBACK + "?" + query + " HTTP/1.1\r\nHost: ")
                  + (nobody.server().getAuthority() + "\r\nCookie: " + way.cookie())
                  + "\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(query).matches("(?s)HTTP/1.1 (303|4..).*");
      assertThat(answer).doesNotContain("Exception", "parley_refresh=");
    }
  }

  @Test
  void anIdTokenThatIsNotForThisSignOnIsRefused() {
    Instant now = Instant.now();
    refused(of -> of.claim("nonce", "another"));
    refused(of -> of.claim("nonce", null));
    refused(of -> of.audience("another"));
    refused(of -> of.audience(List.of(PlainProvider.CLIENT, "x")).claim("azp", "x"));
    refused(of -> of.issuer("https://another.example"));
    refused(of -> of.expirationTime(Date.from(now.minusSeconds(60))));
    refused(of -> of.expirationTime(null));
    refused(of -> of.issueTime(Date.from(now.plusSeconds(600))));
    refused(of -> of.issueTime(null));
    refused(of -> of.subject(null));
    refused(of -> of.subject(""));
  }

  @Test
  void anIdTokenThatIsNotSignedByTheProviderIsRefused() throws JOSEException, ParseException {
    var foreign = new RSASSASigner(new RSAKeyGenerator(2048).generate());
    Way way = browser.begin();
    JWTClaimsSet claims = claims(way);
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(provider.key().getKeyID()).build();
    var forged = new SignedJWT(header, claims);
    forged.sign(foreign);
    refused(way, forged.serialize());
    Way unsigned = browser.begin();
    refused(unsigned, new PlainJWT(new PlainHeader(), claims(unsigned)).serialize());
  }

  @Test
  void anAnswerWithoutAnIdTokenIsRefused() {
    Way way = browser.begin();
    String code = "code" + Names.unique();
    provider.grants(code, Map.of("access_token", "opaque", "token_type", "Bearer"));
    browser.refused(browser.comeBack(way, code), "refused");
  }

  @Test
  void aRefreshForAnotherPersonEndsTheSession() {
    String cookie = browser.signIn(ana);
    String token = browser.token(cookie);
    String bo = "bo" + Names.unique();
    provider.grants(
        SignOns.refreshToken(ana),
        SignOns.answer(provider.idToken(bo, of -> of), SignOns.refreshToken(ana)));
    browser.refreshUntil(401, cookie);
    nobody.as(token).get(ME).expectProblem(401, "unauthorized");
  }

  private void refused(UnaryOperator<JWTClaimsSet.Builder> change) {
    Way way = browser.begin();
    browser.refused(browser.comeBack(way, browser.code(ana, way.nonce(), change)), "refused");
  }

  private void refused(Way way, String idToken) {
    String code = "code" + Names.unique();
    provider.grants(code, SignOns.answer(idToken, SignOns.refreshToken(ana)));
    browser.refused(browser.comeBack(way, code), "refused");
  }

  private JWTClaimsSet claims(Way way) throws ParseException {
    return SignedJWT.parse(provider.idToken(ana, of -> of.claim("nonce", way.nonce())))
        .getJWTClaimsSet();
  }
}
