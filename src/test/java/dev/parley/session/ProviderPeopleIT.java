package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.testing.Api;
import dev.parley.testing.Names;
import dev.parley.testing.PlainProvider;
import dev.parley.testing.ProviderTest;
import dev.parley.testing.Together;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that the identity provider has, which may be anything, and who gets which. */
@ProviderTest
class ProviderPeopleIT {
  private static final String ME = "/api/users/me";

  private PlainProvider provider;
  private Api nobody;
  private String subject;
  private String name;

  @BeforeEach
  void open(PlainProvider plain, Api api) {
    provider = plain;
    nobody = api;
    subject = "subject " + Names.unique();
    name = "n" + Names.unique();
  }

  @Test
  void twoOfOneNameAreTwoPeople() {
    JsonNode first = called(subject, name);
    JsonNode second = called("another " + subject, name);
    assertThat(first.path("username").asText()).isEqualTo(name);
    assertThat(second.path("username").asText()).isEqualTo(name + "2");
    assertThat(second.path("id")).isNotEqualTo(first.path("id"));
    assertThat(called(subject, name)).isEqualTo(first);
  }

  @Test
  void lookAlikesGetAnotherName() {
    called(subject, "pop" + name);
    for (String alike : List.of("POP" + name, "p\u043Ep" + name, "pop" + name + "\u200B")) {
      JsonNode other = called(subject + alike, alike);
      assertThat(other.path("username").asText()).isNotEqualTo(alike).isNotEqualTo("pop" + name);
    }
  }

  @Test
  void manyOfOneNameAtOnceAllComeIn() {
    List<String> names = Together.run(20, i -> called(subject + i, name).path("username").asText());
    assertThat(names).doesNotHaveDuplicates().contains(name, name + "2");
  }

  @Test
  void thosePresentTakeOneNameAtOnce() {
    for (int i = 0; i < 10; i++) {
      called(subject + i, name + "before" + i);
    }
    List<String> names = Together.run(10, i -> called(subject + i, name).path("username").asText());
    assertThat(names).doesNotHaveDuplicates().contains(name);
  }

  @Test
  void onePersonAtOnceByManyNamesIsOne() {
    List<Long> ids =
        Together.run(
            20,
            i ->
                me(subject, of -> of.claim("preferred_username", name + i).claim("sid", "s" + i))
                    .path("id")
                    .asLong());
    assertThat(ids.stream().distinct()).hasSize(1);
  }

  @Test
  void whoIsCalledAnotherNameKeepsTheirPlace() {
    JsonNode before = called(subject, name);
    JsonNode after = called(subject, name + ".new");
    assertThat(after.path("id")).isEqualTo(before.path("id"));
    assertThat(after.path("username").asText()).isEqualTo(name + ".new");
    assertThat(called("another " + subject, name).path("username").asText()).isEqualTo(name);
    assertThat(called(subject, name).path("username").asText()).isEqualTo(name + "2");
  }

  @ParameterizedTest
  @CsvSource({
    "@corp.example, true",
    "' of the corp', false",
    "'\u0000x', false",
    "'\u202Egnp', false",
    "'\u0007\u001b[31m', false",
    "'\uD83D\uDE80', true",
    "'\r\nSet-Cookie: x=y', false",
    "'<script>', false"
  })
  void whatDoesNotBelongInANameIsLeftOut(String more, boolean whole) {
    String username = called(subject, name + more).path("username").asText();
    assertThat(username).startsWith(name).matches("[A-Za-z0-9.-]+");
    assertThat(username.equals(name)).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "@", "...", "\uD83D\uDE00", "\u200B\u200D", "\u202E", "\u0000"})
  void whoHasNoNameGetsANumber(String told) {
    assertThat(called(subject, told).path("username").asText()).matches("person[0-9]+");
  }

  @Test
  void whoIsToldWithoutANameGetsANumber() {
    for (Object odd : List.of(1, true, List.of("a"), Map.of("a", "b"))) {
      JsonNode me = me(subject + odd, of -> of.claim("preferred_username", odd).claim("name", odd));
      assertThat(me.path("username").asText()).matches("person[0-9]+");
      assertThat(me.path("displayName").asText()).matches("person[0-9]+");
    }
  }

  @ParameterizedTest
  @CsvSource({"admin", "ADMIN", "\u0430dmin", "root", "system", "parley", "admin@corp.example"})
  void theServersOwnNamesAreNotGiven(String reserved) {
    assertThat(called(subject, reserved).path("username").asText())
        .isNotEqualToIgnoringCase("admin")
        .isNotEqualToIgnoringCase(reserved);
  }

  @Test
  void halfACharacterIsLeftOut() throws ParseException {
    String whole = provider.accessToken(subject, named(name + "HALF", "HALF Ana"));
    String claims = SignedJWT.parse(whole).getJWTClaimsSet().toString();
    String token = provider.signed(claims.replace("HALF", "\\ud83d"));
    JsonNode me = nobody.as(token).get(ME).expect(200).json();
    assertThat(me.path("username").asText()).isEqualTo(name);
    assertThat(me.path("displayName").asText()).isEqualTo(name);
    assertThat(nobody.as(token).get(ME).expect(200).json()).isEqualTo(me);
  }

  @Test
  void longNamesAreCut() {
    for (String unit : List.of("x", "\uD83D\uDE00", "\u0644", "\uFDFA", "e\u0301", "\u0000")) {
      String told = name + unit.repeat(10_000 / unit.length());
      JsonNode me = inBrowser(subject + unit, named(told.substring(0, 9_999), told));
      assertThat(me.path("username").asText().codePoints().count()).isBetween(2L, 32L);
      assertThat(me.path("displayName").asText().codePoints().count()).isBetween(1L, 64L);
      JsonNode again = inBrowser(subject + unit, named("x" + told.substring(0, 9_000), told));
      assertThat(again.path("id")).isEqualTo(me.path("id"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Ana \u202Egnp.exe', Ana gnp.exe",
    "'Ana\u0000\u0007', Ana",
    "'\u2066Ana\u2069', Ana",
    "'Ana\u2028Ruiz', ''",
    "' Ana ', Ana",
    "'\u200D', ''",
    "'<b>Ana</b>', <b>Ana</b>",
    "'\uD83D\uDE00', '\uD83D\uDE00'"
  })
  void whatOthersSeeChangesNothingBesideIt(String told, String seen) {
    String shown = me(subject, named(name, told)).path("displayName").asText();
    assertThat(shown).isEqualTo(seen.isEmpty() ? name : seen);
  }

  private JsonNode called(String who, String told) {
    return me(who, named(told, "Someone"));
  }

  private static UnaryOperator<JWTClaimsSet.Builder> named(String username, String display) {
    return of -> of.claim("preferred_username", username).claim("name", display);
  }

  /** A header has no room for a token that is so long. */
  private JsonNode inBrowser(String who, UnaryOperator<JWTClaimsSet.Builder> change) {
    var browser = new SignOns(nobody, provider);
    String token = browser.token(browser.signIn(who, change));
    return nobody.as(token).get(ME).expect(200).json();
  }

  private JsonNode me(String who, UnaryOperator<JWTClaimsSet.Builder> change) {
    return nobody.as(provider.accessToken(who, change)).get(ME).expect(200).json();
  }
}
