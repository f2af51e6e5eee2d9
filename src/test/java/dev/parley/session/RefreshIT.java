package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Together;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParleyTest
class RefreshIT {
  @Test
  void theCookieGivesAnotherTokenAndTurnsIntoAnotherCookie(Api nobody, People people) {
    var browser = new Cookies(nobody);
    Answer first = browser.signIn(people.ana());
    Answer second = browser.refresh(Cookies.of(first)).expect(200);
    assertThat(Cookies.of(second)).isNotEqualTo(Cookies.of(first));
    assertThat(second.json().path("expiresIn").asInt()).isEqualTo(900);
    assertThat(second.json().path("user")).isEqualTo(first.json().path("user"));
    nobody.as(Cookies.token(second)).get("/api/users/me").expect(200);
    nobody.as(Cookies.token(first)).get("/api/users/me").expect(200); // until it ends by itself
  }

  @Test
  void tabsThatRefreshAtOnceGetTheSameCookie(Api nobody, People people) {
    var browser = new Cookies(nobody);
    String cookie = Cookies.of(browser.signIn(people.ana()));
    List<String> cookies = Together.run(10, i -> Cookies.of(browser.refresh(cookie).expect(200)));
    assertThat(cookies.stream().distinct()).hasSize(1);
  }

  @Test
  void anOldCookieEndsTheSessionAndIsInTheTrail(Api nobody, People people) {
    var browser = new Cookies(nobody);
    Person ana = people.newcomer();
    String first = Cookies.of(browser.signIn(ana));
    String second = Cookies.of(browser.refresh(first).expect(200));
    Answer third = browser.refresh(second).expect(200);
    browser.refresh(first).expectProblem(401, "unauthorized");
    browser.refresh(Cookies.of(third)).expectProblem(401, "unauthorized");
    nobody.as(Cookies.token(third)).get("/api/users/me").expectProblem(401, "unauthorized");
    String trail = "/api/admin/audit?action=refresh_token_reused&user=" + ana.id();
    assertThat(people.admin().api().get(trail).expect(200).json().path("entries")).hasSize(1);
  }

  @Test
  void aCookieIsGoodUntilItsSuccessorWasUsed(Api nobody, People people) {
    var browser = new Cookies(nobody);
    String first = Cookies.of(browser.signIn(people.ana()));
    browser.refresh(first).expect(200); // the answer is lost
    String second = Cookies.of(browser.refresh(first).expect(200));
    browser.refresh(second).expect(200);
    browser.refresh(first).expectProblem(401, "unauthorized");
  }

  @Test
  void aMadeUpCookieEndsNothing(Api nobody, People people) {
    var browser = new Cookies(nobody);
    String cookie = Cookies.of(browser.signIn(people.ana()));
    String madeUp = cookie.substring(0, cookie.length() - 43) + "A".repeat(43);
    Answer refused = browser.refresh(madeUp);
    refused.expectProblem(401, "unauthorized");
    assertThat(refused.header("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    browser.refresh(cookie).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x=y", "parley_refresh=", "parley_refresh=1", "parley_refresh=1.2.3.4"})
  void noCookieIsNotSignedIn(String cookie, Api nobody) {
    new Cookies(nobody).refresh(cookie).expectProblem(401, "unauthorized");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://localhost.evil.example",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void anotherSiteIsRefused(String header, String value, Api nobody, People people) {
    String cookie = Cookies.of(new Cookies(nobody).signIn(people.ana()));
    new Cookies(nobody.with(header, value)).refresh(cookie).expectProblem(403, "forbidden");
    new Cookies(nobody).refresh(cookie).expect(200);
  }

  @Test
  void theOwnPageMay(Api nobody, People people) {
    String cookie = Cookies.of(new Cookies(nobody).signIn(people.ana()));
    String own = nobody.server().getScheme() + "://" + nobody.server().getAuthority();
    new Cookies(nobody.with("Origin", own).with("Sec-Fetch-Site", "same-origin"))
        .refresh(cookie)
        .expect(200);
  }
}
