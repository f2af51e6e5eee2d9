package dev.parley.session;

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
import dev.parley.testing.Api;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.PlainProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parley's own tokens where an identity provider signs people in: there are two issuers. */
class OwnTokensIT extends AtTheProvider {

  private RSAKey key;
  private String good;
  private JWTClaimsSet claims;

  @BeforeEach
  void signIn(ParleyServer server) throws IOException, ParseException {
    key = RSAKey.parse(Files.readString(server.data().resolve("token-key.jwk")));
    good = browser.token(browser.signIn(ana));
    claims = SignedJWT.parse(good).getJWTClaimsSet();
  }

  @Test
  void aGenuineOneIsLetInOverHttpAndAtTheSocket() throws JOSEException {
    nobody.as(good).get(ME).expect(200);
    nobody.as(ours(same -> same)).get(ME).expect(200);
    try (ChatSocket socket =
        ChatSocket.to(nobody.server()).protocols("parley.v1").bearer(good).open()) {
      socket.ask("hello", Map.of("client", "test"));
    }
  }

  @Test
  void forgedOnesAreRefused() throws JOSEException {
    RSAKey foreign = new RSAKeyGenerator(2048).generate();
    refused(signed(claims, key.getKeyID(), JWSAlgorithm.RS256, new RSASSASigner(foreign)));
    byte[] publicKey = key.toRSAPublicKey().getEncoded();
    refused(signed(claims, key.getKeyID(), JWSAlgorithm.HS256, new MACSigner(publicKey)));
    refused(
        new PlainJWT(new PlainHeader.Builder().type(JOSEObjectType.JWT).build(), claims)
            .serialize());
    refused(signed(claims, "another", JWSAlgorithm.RS256, new RSASSASigner(key)));
    refused(signed(claims, null, JWSAlgorithm.RS256, new RSASSASigner(key)));
  }

  @Test
  void noIssuerSpeaksForTheOther() throws JOSEException {
    var theirs = new RSASSASigner(provider.key());
    refused(signed(claims, provider.key().getKeyID(), JWSAlgorithm.RS256, theirs));
    refused(signed(claims, key.getKeyID(), JWSAlgorithm.RS256, theirs));
    refused(ours(of -> of.issuer(provider.issuer()).claim("scope", "openid")));
    refused(
        ours(of -> of.issuer(provider.issuer()).audience(PlainProvider.CLIENT).claim("azp", "x")));
  }

  @Test
  void thoseOfAnotherKindOrSessionOrTimeAreRefused() throws JOSEException {
    String another = browser.token(browser.signIn("bo" + Names.unique()));
    long bo = nobody.as(another).get(ME).expect(200).json().path("id").asLong();
    refused(ours(of -> of.subject(Long.toString(bo))));
    refused(ours(of -> of.subject("ana")));
    refused(ours(of -> of.claim("sid", "999999999")));
    refused(ours(of -> of.claim("sid", null)));
    refused(ours(of -> of.claim("token_use", "id")));
    refused(ours(of -> of.audience("another")));
    refused(ours(of -> of.audience(List.of())));
    refused(ours(of -> of.expirationTime(Date.from(Instant.now().minusSeconds(1)))));
    refused(ours(of -> of.expirationTime(null)));
    refused(ours(of -> of.notBeforeTime(Date.from(Instant.now().plusSeconds(60)))));
    refused(ours(of -> of.claim("nbf", "soon")));
  }

  @Test
  void theyAreTakenFromTheirHeaderOnly() {
    nobody.get(ME + "?access_token=" + good).expectProblem(401, "unauthorized");
    for (String name : List.of("parley_none", "Bearer", RefreshCookie.NAME)) {
      nobody.with("Cookie", name + "=" + good).get(ME).expectProblem(401, "unauthorized");
    }
    Api both = nobody.with("Cookie", "parley_none=x.y.z");
    both.as(good).get(ME).expect(200);
    both.get("/api/server").expect(200);
  }

  @Test
  void whatTheTokenClaimsToBeDoesNotCount() throws JOSEException {
    Api admin = nobody.as(ours(of -> of.claim("groups", List.of("user", "admin"))));
    admin.get("/api/admin/users").expectProblem(403, "forbidden");
  }

  private void refused(String token) {
    nobody.as(token).get(ME).expectProblem(401, "unauthorized");
  }

  private String ours(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    var changed = change.apply(new JWTClaimsSet.Builder(claims)).build();
    return signed(changed, key.getKeyID(), JWSAlgorithm.RS256, new RSASSASigner(key));
  }

  private static String signed(
      JWTClaimsSet what, String keyName, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    var header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(keyName).build();
    var token = new SignedJWT(header, what);
    token.sign(signer);
    return token.serialize();
  }
}
