package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.testing.Answer;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.PlainProvider.Mood;
import dev.parley.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The identity provider does not answer, or not as one does, while people are here. */
class ProviderAwayIT extends AtTheProvider {
  private static final int FLOOD = 200;

  /** For the answer of a good token meanwhile; these tests share their two cores with others. */
  private static final Duration SOON = Duration.ofSeconds(2);

  /** What the provider is waited for, once, and some more. */
  private static final Duration BOUNDED = Duration.ofSeconds(6);

  private static final RSAKey FOREIGN = foreign();
  private static final ECKey ELLIPTIC = elliptic();

  @Test
  void whoIsKnownGoesOnAndTheSessionSurvives() {
    List<Mood> moods = List.of(Mood.GONE, Mood.RUBBISH, Mood.SILENT, Mood.DRIBBLING);
    Map<Mood, Answer> present =
        moods.stream()
            .collect(
                Collectors.toMap(
                    mood -> mood, mood -> browser.refresh(browser.signIn(ana + mood)).expect(200)));
    moods.forEach(away -> goesOn(away, ana + away, present.get(away)));
  }

  private void goesOn(Mood away, String person, Answer present) {
    String program = token();
    String own = Cookies.token(present);
    provider.is(away);
    soon(() -> nobody.as(program).get(ME).expect(200));
    soon(() -> nobody.as(own).get(ME).expect(200));
    soon(() -> nobody.as(provider.accessToken("new" + person, of -> of)).get(ME).expect(200));
    within(BOUNDED, () -> nobody.as(madeUp()).get(ME).expectProblem(401, "unauthorized"));
    SignOns.Way way = browser.begin(); // its addresses are known
    browser.refused(within(BOUNDED, () -> browser.comeBack(way, "x")), "unavailable");
    SignOns.Refreshed last = browser.refreshUntil(503, SignOns.refreshCookie(present));
    last.answer().expectProblem(503, "provider_unavailable");
    assertThat(last.answer().header("Retry-After").map(Integer::valueOf).orElseThrow())
        .isPositive();
    assertThat(last.answer().header("Set-Cookie")).isEmpty();
    provider.is(Mood.WELL);
    provider.grants(
        SignOns.refreshToken(person),
        SignOns.answer(provider.idToken(person, of -> of), SignOns.refreshToken(person)));
    nobody.as(browser.token(last.cookie())).get(ME).expect(200);
    nobody.as(program).get(ME).expect(200);
  }

  @Test
  void aSessionThatTheProviderHasEndedIsOver() {
    String cookie = browser.signIn(ana);
    String token = browser.token(cookie);
    try (ChatSocket socket =
        ChatSocket.to(nobody.server()).protocols("parley.v1").bearer(token).open()) {
      socket.ask("hello", Map.of("client", "test"));
      provider.grants(SignOns.refreshToken(ana), Map.of("error", "invalid_grant"));
      String last = browser.refreshUntil(401, cookie).cookie();
      assertThat(socket.awaitClose()).isEqualTo(4401);
      browser.refresh(last).expectProblem(401, "unauthorized");
    }
    nobody.as(token).get(ME).expectProblem(401, "unauthorized");
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "RUBBISH"})
  void madeUpKeysHoldUpNobody(Mood away) {
    goesOnDuring(away, i -> nobody.as(madeUp()).get(ME).status(), 401);
  }

  @Test
  void aKeyOfAnotherKindHoldsUpNobody() {
    String known = provider.key().getKeyID();
    goesOnDuring(Mood.SILENT, i -> nobody.as(named(known, "PS256")).get(ME).status(), 401);
    goesOnDuring(Mood.SILENT, i -> nobody.as(ofAnotherKind(known)).get(ME).status(), 401);
  }

  @Test
  void aKeyThatIsCalledNothingHoldsUpNobody() {
    nobody.as(named(null, "RS256")).get(ME).expectProblem(401, "unauthorized");
    goesOnDuring(Mood.SILENT, i -> nobody.as(named("null", "RS256")).get(ME).status(), 401);
  }

  @Test
  void logoutsWithMadeUpKeysHoldUpNobody() {
    goesOnDuring(Mood.SILENT, i -> logOut("logout_token=" + madeUp()).status(), 400);
  }

  private void goesOnDuring(Mood away, IntFunction<Integer> attack, int status) {
    String good = token();
    nobody.as(good).get(ME).expect(200);
    String own = browser.token(browser.signIn(ana));
    provider.is(away);
    var threads = Executors.newFixedThreadPool(FLOOD);
    try {
      List<Future<Integer>> flood =
          IntStream.range(0, FLOOD).mapToObj(i -> threads.submit(() -> attack.apply(i))).toList();
      while (flood.stream().noneMatch(Future::isDone)) {
        soon(() -> nobody.as(good).get(ME).expect(200));
        soon(() -> nobody.as(own).get(ME).expect(200));
      }
      for (Future<Integer> one : flood) {
        assertThat(Together.result(one)).isEqualTo(status);
      }
    } finally {
      threads.shutdownNow();
      provider.is(Mood.WELL);
    }
  }

  private String token() {
    return provider.accessToken(ana, of -> of);
  }

  private static String madeUp() {
    return named(UUID.randomUUID().toString(), "RS256");
  }

  private static String named(@Nullable String keyName, String algorithm) {
    try {
      return signed(keyName, JWSAlgorithm.parse(algorithm), new RSASSASigner(FOREIGN));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ofAnotherKind(String keyName) {
    try {
      return signed(keyName, JWSAlgorithm.ES256, new ECDSASigner(ELLIPTIC));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(@Nullable String keyName, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    var header = new JWSHeader.Builder(algorithm).keyID(keyName).build();
    var token = new SignedJWT(header, new JWTClaimsSet.Builder().subject("ana").build());
    token.sign(signer);
    return token.serialize();
  }

  private static <T> T soon(Supplier<T> work) {
    return within(SOON, work);
  }

  private static <T> T within(Duration most, Supplier<T> work) {
    Instant begin = Instant.now();
    T result = work.get();
    assertThat(Duration.between(begin, Instant.now())).isLessThan(most);
    return result;
  }

  private static RSAKey foreign() {
    try {
      return new RSAKeyGenerator(2048).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey elliptic() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
