package dev.parley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.testing.Eventually;
import dev.parley.testing.PlainProvider;
import dev.parley.testing.PlainProvider.Mood;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderTokensTest {
  private final PlainProvider plain = PlainProvider.start();
  private Providers here;

  @BeforeEach
  void open() {
    here = new Providers(plain);
  }

  @AfterEach
  void close() {
    here.close();
    plain.close();
  }

  @Test
  void anAccessTokenTellsWhoSomeoneIs() {
    Identity ana =
        verify(token(of -> of.claim("groups", List.of("chat-admins", "all")))).orElseThrow();
    assertThat(ana.username()).isEqualTo("ana");
    assertThat(ana.displayName()).isEqualTo("ana of the plain provider");
    assertThat(ana.groups()).containsExactlyInAnyOrder("chat-admins", "all");
    assertThat(ana.client()).isEqualTo("bot");
    assertThat(ana.sid()).isPresent();
  }

  @Test
  void theSamePersonIsKnownByTheirSubjectWhateverTheirName() {
    Identity before = verify(token(of -> of)).orElseThrow();
    Identity after = verify(token(of -> of.claim("preferred_username", "anna"))).orElseThrow();
    Identity another = verify(token(of -> of.subject("bo"))).orElseThrow();
    assertThat(after.key()).isEqualTo(before.key());
    assertThat(after.claimsHash()).isNotEqualTo(before.claimsHash());
    assertThat(after.programKey()).isEqualTo(before.programKey());
    assertThat(another.key()).isNotEqualTo(before.key());
  }

  @Test
  void whatIsForOthersOrByOthersIsRefused() {
    refused(token(of -> of.issuer("https://another.example")));
    refused(token(of -> of.audience("another")));
    refused(token(of -> of.audience(Collections.emptyList())));
    refused(token(of -> of.subject(null)));
  }

  @Test
  void whatIsOutOfItsTimeIsRefused() {
    Instant now = Instant.now();
    refused(token(of -> of.expirationTime(Date.from(now.minusSeconds(65)))));
    refused(token(of -> of.expirationTime(null)));
    refused(token(of -> of.notBeforeTime(Date.from(now.plusSeconds(75)))));
    refused(token(of -> of.issueTime(Date.from(now.plusSeconds(75)))));
    refused(token(of -> of.expirationTime(Date.from(now.plus(Duration.ofHours(25))))));
    refused(token(of -> of.issueTime(null)));
  }

  @Test
  void clocksMayBeAMinuteApart() {
    Instant now = Instant.now();
    Date ahead = Date.from(now.plusSeconds(50));
    assertThat(verify(token(of -> of.issueTime(ahead).notBeforeTime(ahead)))).isPresent();
    assertThat(verify(token(of -> of.expirationTime(Date.from(now.minusSeconds(50)))))).isPresent();
  }

  @Test
  void anIdTokenIsNoAccessToken() {
    refused(plain.idToken("ana", of -> of));
    refused(plain.idToken("ana", of -> of.claim("typ", "ID").claim("scope", "openid")));
    refused(token(of -> of.claim("typ", "Refresh")));
    refused(plain.logoutToken(of -> of.subject("ana").claim("scope", "openid")));
  }

  @Test
  void whatIsSignedInAnotherWayIsRefused() throws JOSEException, ParseException {
    JWTClaimsSet claims = SignedJWT.parse(token(of -> of)).getJWTClaimsSet();
    byte[] publicKey = plain.key().toRSAPublicKey().getEncoded();
    var shared =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(plain.key().getKeyID()).build(),
            claims);
    shared.sign(new MACSigner(publicKey));
    refused(shared.serialize());
    var foreign =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(plain.key().getKeyID()).build(),
            claims);
    foreign.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
    refused(foreign.serialize());
  }

  @Test
  void aNewKeyIsAskedForWhenATokenNamesIt() {
    assertThat(verify(token(of -> of))).isPresent();
    String earlier = token(of -> of);
    plain.rotate();
    assertThat(verify(token(of -> of))).isPresent();
    assertThat(verify(earlier)).isPresent();
  }

  @Test
  void aKeyThatIsWithdrawnIsNotGoodAnyMore() {
    String earlier = token(of -> of);
    assertThat(verify(earlier)).isPresent();
    plain.rotate();
    plain.withdraw();
    assertThat(verify(token(of -> of))).isPresent(); // which makes the keys be asked for
    refused(earlier);
  }

  @Test
  void noGoodTokenIsRefusedWhileKeysChangeUnderLoad() throws Exception {
    var going = new AtomicBoolean(true);
    var threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> program =
          () -> {
            int refusals = 0;
            while (going.get()) {
              refusals += verify(token(of -> of)).isPresent() ? 0 : 1;
            }
            return refusals;
          };
      List<Future<Integer>> programs =
          IntStream.range(0, 8).mapToObj(i -> threads.submit(program)).toList();
      for (int i = 0; i < 3; i++) {
        int before = plain.keyRequests();
        plain.rotate();
        await(() -> plain.keyRequests() > before);
      }
      going.set(false);
      for (Future<Integer> one : programs) {
        assertThat(one.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GONE", "SILENT", "DRIBBLING", "RUBBISH"})
  void aKeyThatIsKnownStaysGoodWhileTheProviderIsAway(Mood away) {
    assertThat(verify(token(of -> of))).isPresent();
    plain.is(away);
    assertThat(verify(token(of -> of))).isPresent();
    String known = token(of -> of);
    plain.rotate();
    refusedWithin(ProviderHttp.PATIENCE.multipliedBy(3), token(of -> of)); // nobody knows this key
    assertThat(verify(known)).isPresent();
    plain.is(Mood.WELL);
    await(() -> verify(token(of -> of)).isPresent());
  }

  @ParameterizedTest
  @EnumSource(names = {"GONE", "SILENT", "DRIBBLING", "RUBBISH"})
  void aProviderThatHasNeverAnsweredIsNotWaitedForLong(Mood away) {
    plain.is(away);
    String token = token(of -> of);
    Instant begin = Instant.now();
    assertThatThrownBy(() -> verify(token)).isInstanceOf(ProviderUnavailableException.class);
    assertThat(Duration.between(begin, Instant.now()))
        .isLessThan(ProviderHttp.PATIENCE.multipliedBy(3));
    plain.is(Mood.WELL);
    await(() -> isKnown(token));
  }

  @Test
  void madeUpKeysNeitherFloodTheProviderNorHoldUpOthers() throws Exception {
    assertThat(verify(token(of -> of))).isPresent();
    int before = plain.keyRequests();
    Instant begin = Instant.now();
    var threads = Executors.newFixedThreadPool(64);
    try {
      List<Future<Optional<Identity>>> flood =
          IntStream.range(0, 64).mapToObj(i -> threads.submit(() -> verify(madeUp()))).toList();
      assertThat(quickestOfTen()).isLessThan(ProviderKeys.PATIENCE);
      for (var one : flood) {
        assertThat(one.get()).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
    long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;
    assertThat(plain.keyRequests() - before).isLessThanOrEqualTo((int) (10 * (seconds + 1)));
  }

  /** One that is held up takes as long as the patience; a busy machine holds up only some. */
  private Duration quickestOfTen() {
    return IntStream.range(0, 10)
        .mapToObj(
            i -> {
              Instant begin = Instant.now();
              assertThat(verify(token(of -> of))).isPresent();
              return Duration.between(begin, Instant.now());
            })
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  @Test
  void whatNoKeyOfTheProviderSignsTakesNobodysPlace() throws Exception {
    assertThat(verify(token(of -> of))).isPresent();
    var going = new AtomicBoolean(true);
    var threads = Executors.newFixedThreadPool(64);
    try {
      String shared = shared();
      for (int i = 0; i < 64; i++) {
        threads.execute(
            () -> {
              while (going.get()) {
                refused(shared);
              }
            });
      }
      plain.rotate();
      Eventually.holds(
          "the new key counts", Duration.ofSeconds(10), () -> verify(token(of -> of)).isPresent());
    } finally {
      going.set(false);
      threads.shutdownNow();
    }
  }

  private String shared() throws JOSEException {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(UUID.randomUUID().toString()).build(),
            new JWTClaimsSet.Builder().subject("ana").build());
    token.sign(new MACSigner(plain.key().toRSAPublicKey().getEncoded()));
    return token.serialize();
  }

  private static String madeUp() throws JOSEException {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(UUID.randomUUID().toString()).build(),
            new JWTClaimsSet.Builder().subject("ana").build());
    token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
    return token.serialize();
  }

  @Test
  void aLogoutTokenNamesASessionOrAPerson() {
    var session =
        here.tokens.verifyLogout(
            plain.logoutToken(of -> of.subject("ana").claim("sid", "session of ana")));
    Identity ana = verify(token(of -> of)).orElseThrow();
    assertThat(session.orElseThrow().sid()).isEqualTo(ana.sid());
    var person = here.tokens.verifyLogout(plain.logoutToken(of -> of.subject("ana")));
    assertThat(person.orElseThrow().sid()).isEmpty();
    assertThat(person.orElseThrow().personKey()).contains(ana.key());
  }

  @Test
  void whatIsNoLogoutTokenEndsNothing() {
    for (String other :
        List.of(
            "x",
            token(of -> of),
            plain.idToken("ana", of -> of),
            plain.logoutToken(of -> of.subject("ana").claim("nonce", "n")),
            plain.logoutToken(of -> of.subject("ana").audience("another")),
            plain.logoutToken(of -> of.subject("ana").issuer("https://another.example")),
            plain.logoutToken(of -> of.subject("ana").claim("events", Map.of())),
            plain.logoutToken(of -> of))) {
      assertThat(here.tokens.verifyLogout(other)).as(other).isEmpty();
    }
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return plain.accessToken("ana", change);
  }

  private Optional<Identity> verify(String token) {
    try {
      return here.tokens.verify(SignedJWT.parse(token));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isKnown(String token) {
    try {
      return verify(token).isPresent();
    } catch (ProviderUnavailableException e) {
      return false;
    }
  }

  private void refused(String token) {
    assertThat(verify(token)).isEmpty();
  }

  private void refusedWithin(Duration patience, String token) {
    Instant begin = Instant.now();
    refused(token);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(patience);
  }

  private static void await(Callable<Boolean> condition) {
    try {
      Instant end = Instant.now().plusSeconds(20);
      while (!condition.call()) {
        assertThat(Instant.now()).isBefore(end);
        Thread.onSpinWait();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
