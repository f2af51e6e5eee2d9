package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.testing.Answer;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ChatSocket.RefusedException;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.Together;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of the security page about tokens, for those that the identity provider signs. */
class ProviderTokensIT extends AtTheProvider {
  @Test
  void aGoodOneIsLetInOverHttpAndAtTheSocket() {
    String token = token(of -> of);
    JsonNode me = nobody.as(token).get(ME).expect(200).json();
    assertThat(me.path("username").asText()).isEqualTo(ana);
    try (ChatSocket socket = socket(token)) {
      JsonNode hello = socket.ask("hello", Map.of("client", "test"));
      assertThat(hello.path("user").path("id")).isEqualTo(me.path("id"));
    }
  }

  @Test
  void firstRequestsAtOnceMakeOnePersonWithOneSession() {
    String token = token(of -> of);
    Set<Long> ids =
        Together.run(50, i -> nobody.as(token).get(ME).expect(200).json().path("id").asLong())
            .stream()
            .collect(Collectors.toSet());
    assertThat(ids).hasSize(1);
    assertThat(nobody.as(token).get("/api/sessions").expect(200).json().path("sessions"))
        .hasSize(1);
  }

  @Test
  void unsignedAndWronglySignedOnesAreRefused() throws JOSEException, ParseException {
    JWTClaimsSet claims = SignedJWT.parse(token(of -> of)).getJWTClaimsSet();
    refused(
        new PlainJWT(new PlainHeader.Builder().type(JOSEObjectType.JWT).build(), claims)
            .serialize());
    byte[] publicKey = provider.key().toRSAPublicKey().getEncoded();
    refused(signed(claims, JWSAlgorithm.HS256, new MACSigner(publicKey)));
    refused(
        signed(claims, JWSAlgorithm.RS256, new RSASSASigner(new RSAKeyGenerator(2048).generate())));
  }

  @Test
  void aKeyThatATokenBringsAlongDoesNotCount() throws JOSEException, ParseException {
    RSAKey own = new RSAKeyGenerator(2048).generate();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(provider.key().getKeyID())
            .jwk(own.toPublicJWK())
            .jwkURL(URI.create("http://127.0.0.1:1/keys"))
            .build();
    var token = new SignedJWT(header, SignedJWT.parse(token(of -> of)).getJWTClaimsSet());
    token.sign(new RSASSASigner(own));
    refused(token.serialize());
  }

  @Test
  void changedAndCutOnesAreRefused() throws ParseException {
    String good = token(of -> of);
    String[] parts = good.split("\\.");
    String claims = SignedJWT.parse(good).getJWTClaimsSet().toString();
    refused(parts[0] + "." + Base64URL.encode(claims.replace(ana, "root")) + "." + parts[2]);
    refused(parts[0] + "." + Base64URL.encode("[]") + "." + parts[2]);
    refused(good.substring(0, good.length() - 10));
    refused(parts[0] + "." + parts[1] + ".");
    refused(parts[0] + "." + parts[1]);
    refused(good + ".a.b");
    nobody.as(good).get(ME).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"alg\":null}",
        "{\"alg\":\"\"}",
        "{\"alg\":1}",
        "{\"alg\":\"RS256\",\"kid\":1}",
        "{\"alg\":\"RS256\",\"kid\":null}",
        "{\"alg\":\"RS256\",\"crit\":[\"x\"]}",
        "{\"alg\":\"RS256\",\"crit\":1}",
        "{\"alg\":\"RS256\",\"b64\":false,\"crit\":[\"b64\"]}",
        "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\"}}",
        "{\"alg\":\"RS256\",\"x5c\":[\"x\"]}",
        "{\"alg\":\"RS256\",\"typ\":1}"
      })
  void thoseOfAnOddHeaderAreRefused(String header) {
    String[] parts = token(of -> of).split("\\.");
    refusedOverHttp(Base64URL.encode(header) + "." + parts[1] + "." + parts[2]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "x",
        "{\"iss\":1}",
        "{\"iss\":{}}",
        "{\"aud\":[1,null]}",
        "{\"aud\":{}}",
        "{\"exp\":\"x\"}",
        "{\"exp\":1e400}",
        "{\"iat\":-1e300}",
        "{\"sub\":[]}"
      })
  void thoseOfAnOddContentAreRefused(String content) {
    String[] parts = token(of -> of).split("\\.");
    refusedOverHttp(parts[0] + "." + Base64URL.encode(content) + "." + parts[2]);
  }

  @Test
  void deepOnesAreRefused() {
    String[] parts = token(of -> of).split("\\.");
    String deep = "{\"a\":".repeat(900) + "1" + "}".repeat(900);
    refusedOverHttp(parts[0] + "." + Base64URL.encode("[".repeat(4_000)) + "." + parts[2]);
    refusedOverHttp(parts[0] + "." + Base64URL.encode(deep.substring(0, 4_000)) + "." + parts[2]);
    refusedOverHttp(Base64URL.encode("[".repeat(4_000)) + "." + parts[1] + "." + parts[2]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "x", "a.b.c", "null", "undefined"})
  void whatIsNoTokenIsRefused(String text) {
    refused(text);
  }

  @Test
  void hugeOnesAreRefused() {
    refused("x".repeat(7_000));
    assertThat(nobody.as("x".repeat(100_000)).get(ME).status()).isBetween(400, 499);
  }

  @Test
  void thoseOfAnotherIssuerOrForAnotherAudienceAreRefused() {
    refused(token(of -> of.issuer("https://another.example")));
    refused(token(of -> of.issuer(provider.issuer() + "/")));
    refused(token(of -> of.issuer(null)));
    refused(token(of -> of.audience("another")));
    refused(token(of -> of.audience(Collections.emptyList())));
  }

  @Test
  void thoseOfNobodyAreRefused() {
    refused(token(of -> of.subject(null)));
    refused(token(of -> of.subject(null).serializeNullClaims(true)));
    refused(token(of -> of.subject("")));
    refused(token(of -> of.subject("  ")));
  }

  @Test
  void thoseOutOfTheirTimeAreRefused() {
    Instant now = Instant.now();
    refused(token(of -> of.expirationTime(Date.from(now.minusSeconds(90)))));
    refused(token(of -> of.expirationTime(null)));
    refused(token(of -> of.expirationTime(null).serializeNullClaims(true)));
    refused(token(of -> of.expirationTime(Date.from(now.plus(Duration.ofHours(25))))));
    refused(token(of -> of.claim("exp", 1e30)));
    refused(token(of -> of.notBeforeTime(Date.from(now.plusSeconds(120)))));
  }

  @Test
  void thoseThatAreNotMadeYetAreRefused() {
    Instant now = Instant.now();
    refused(token(of -> of.issueTime(null)));
    refused(token(of -> of.issueTime(null).serializeNullClaims(true)));
    refused(token(of -> of.issueTime(Date.from(now.plusSeconds(120)))));
    refused(token(of -> of.claim("iat", 900_000_000_000_000L)));
  }

  @Test
  void thoseOfAnotherKindAreRefused() {
    refused(provider.idToken(ana, of -> of));
    refused(provider.idToken(ana, of -> of.claim("typ", "ID").claim("scope", "openid")));
    refused(token(of -> of.claim("typ", "Refresh")));
    refused(provider.logoutToken(of -> of.subject(ana).claim("scope", "openid")));
  }

  @Test
  void thoseOfAnOddKeyNameAreRefused() throws JOSEException, ParseException {
    JWTClaimsSet claims = SignedJWT.parse(token(of -> of)).getJWTClaimsSet();
    for (String odd : List.of("another", "../../etc/passwd", "' or '1'='1", "x".repeat(1_000))) {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(odd).build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(provider.key()));
      refusedOverHttp(token.serialize());
    }
  }

  @Test
  void aTokenIsTakenFromItsHeaderOnly() {
    String good = token(of -> of);
    nobody.get(ME + "?access_token=" + good).expectProblem(401, "unauthorized");
    for (String name : List.of("Bearer", "parley_none", "parley_refresh")) {
      nobody.with("Cookie", name + "=" + good).get(ME).expectProblem(401, "unauthorized");
    }
  }

  @Test
  void aRefusalLeavesOneLineInTheLogWithoutTheToken(ParleyServer server) {
    int before = server.log().length();
    String bad = token(of -> of.audience("another"));
    refusedOverHttp(bad);
    String log = server.awaitLog("A token was refused", before);
    assertThat(log).doesNotContain(bad, bad.split("\\.")[1], bad.split("\\.")[2]);
    assertThat(log.lines().filter(line -> line.contains("A token was refused"))).hasSize(1);
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return provider.accessToken(ana, change);
  }

  private String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    var header = new JWSHeader.Builder(algorithm).keyID(provider.key().getKeyID()).build();
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private void refused(String token) {
    refusedOverHttp(token);
    var refusal =
        catchThrowableOfType(
            RefusedException.class,
            () -> {
              try (ChatSocket socket = socket(token)) {
                assertThat(socket.isOpen()).as("let in with %s", token).isFalse();
              }
            });
    assertThat(refusal.status()).isEqualTo(401);
  }

  private void refusedOverHttp(String token) {
    Answer answer = nobody.as(token).get(ME);
    answer.expectProblem(401, "unauthorized");
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
  }

  private ChatSocket socket(String token) {
    return ChatSocket.to(nobody.server()).protocols("parley.v1").bearer(token).open();
  }
}
