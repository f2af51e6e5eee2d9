package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

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
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The lines of the security page about tokens. What is signed here is signed with the server's own
 * key.
 */
@ParleyTest
class BadTokensIT {
  private static final String ME = "/api/users/me";

  private Api nobody;
  private RSAKey key;
  private String good;
  private JWTClaimsSet claims;

  @BeforeEach
  void open(ParleyServer server, People people) throws IOException, ParseException {
    nobody = server.api();
    key = RSAKey.parse(Files.readString(server.data().resolve("token-key.jwk")));
    good = people.ana().token();
    claims = SignedJWT.parse(good).getJWTClaimsSet();
  }

  @Test
  void theSameClaimsSignedAgainAreGood() throws JOSEException {
    nobody.as(good).get(ME).expect(200);
    nobody.as(signed(same -> same)).get(ME).expect(200);
  }

  @Test
  void unsignedAndWronglySignedOnesAreRefused() throws JOSEException {
    refused(
        new PlainJWT(new PlainHeader.Builder().type(JOSEObjectType.JWT).build(), claims)
            .serialize());
    byte[] publicKey = key.toRSAPublicKey().getEncoded();
    refused(signed(claims, JWSAlgorithm.HS256, new MACSigner(publicKey)));
    refused(signed(claims, JWSAlgorithm.HS256, new MACSigner(pem(publicKey))));
    refused(
        signed(claims, JWSAlgorithm.RS256, new RSASSASigner(new RSAKeyGenerator(2048).generate())));
  }

  @Test
  void changedAndCutOnesAreRefused() {
    String[] parts = good.split("\\.");
    String root = claims.toString().replace("\"sub\":\"", "\"sub\":\"1");
    refused(parts[0] + "." + com.nimbusds.jose.util.Base64URL.encode(root) + "." + parts[2]);
    refused(good.substring(0, good.length() - 10));
    refused(parts[0] + "." + parts[1] + ".");
    refused(parts[0] + "." + parts[1]);
    refused(good + ".a.b");
    refused(parts[0] + "." + com.nimbusds.jose.util.Base64URL.encode("[]") + "." + parts[2]);
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
  void thoseOfAnotherIssuerOrForAnotherAudienceAreRefused() throws JOSEException {
    refused(signed(of -> of.issuer("https://another.example")));
    refused(signed(of -> of.issuer(null)));
    refused(signed(of -> of.audience("another")));
    refused(signed(of -> of.audience((String) null)));
  }

  @Test
  void thoseOutOfTheirTimeAreRefused() throws JOSEException {
    Instant now = Instant.now();
    refused(signed(of -> of.expirationTime(Date.from(now.minusSeconds(1)))));
    refused(signed(of -> of.claim("exp", null)));
    refused(signed(of -> of.notBeforeTime(Date.from(now.plusSeconds(60)))));
    refused(signed(of -> of.claim("nbf", "soon")));
    refused(signed(of -> of.claim("nbf", 1e30)));
  }

  @Test
  void thoseOfAnotherKindAreRefused(People people) throws JOSEException {
    refused(signed(of -> of.claim("token_use", "id")));
    refused(signed(of -> of.claim("token_use", null)));
    var ticket = people.ana().api().post("/api/realtime/tickets").expect(200).json();
    refused(ticket.path("ticket").asText());
    String cookie = Cookies.of(new Cookies(nobody).signIn(people.ana()));
    refused(cookie.substring(cookie.indexOf('=') + 1));
  }

  @Test
  void thoseOfNoSessionOrOfAnothersAreRefused(People people) throws JOSEException {
    refused(signed(of -> of.claim("sid", null)));
    refused(signed(of -> of.claim("sid", "999999999")));
    refused(signed(of -> of.claim("sid", "x")));
    refused(signed(of -> of.subject(Long.toString(people.bo().id()))));
    refused(signed(of -> of.subject("ana")));
  }

  @Test
  void thoseOfAnOddKeyNameAreRefused() throws JOSEException {
    for (String odd : List.of("another", "../../etc/passwd", "' or '1'='1", "x".repeat(1_000))) {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(odd).build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      refused(token.serialize());
    }
  }

  @Test
  void aTokenIsTakenFromItsHeaderOnly() {
    nobody.get(ME + "?access_token=" + good).expectProblem(401, "unauthorized");
    nobody.with("Cookie", "Bearer=" + good).get(ME).expectProblem(401, "unauthorized");
  }

  @Test
  void whatTheTokenClaimsToBeDoesNotCount() throws JOSEException {
    var me = nobody.as(signed(of -> of.claim("groups", List.of("user", "admin")))).get(ME);
    assertThat(me.expect(200).json().path("role").asText()).isEqualTo("USER");
  }

  @Test
  void aRefusalLeavesOneLineInTheLogWithoutTheToken(ParleyServer server) throws JOSEException {
    int before = server.log().length();
    String bad = signed(of -> of.issuer("https://another.example"));
    refused(bad);
    String ofNoSession = signed(of -> of.claim("sid", "999999999"));
    refused(ofNoSession);
    assertThat(server.awaitLog("A token was refused", before))
        .doesNotContain(bad, bad.split("\\.")[2])
        .doesNotContain(ofNoSession, ofNoSession.split("\\.")[2])
        .doesNotContain("\tat ");
  }

  private void refused(String token) {
    Answer answer = nobody.as(token).get(ME);
    answer.expectProblem(401, "unauthorized");
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
  }

  private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    var changed = change.apply(new JWTClaimsSet.Builder(claims)).build();
    return signed(changed, JWSAlgorithm.RS256, new RSASSASigner(key));
  }

  private String signed(JWTClaimsSet what, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    var header =
        new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, what);
    token.sign(signer);
    return token.serialize();
  }

  private static byte[] pem(byte[] key) {
    String text = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    return ("-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
