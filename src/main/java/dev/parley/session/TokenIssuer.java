package dev.parley.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.platform.Settings;
import dev.parley.user.Role;
import dev.parley.user.UserView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Makes access tokens: JWTs (RFC 7519) signed with RS256, as MicroProfile JWT wants them. */
@ApplicationScoped
public class TokenIssuer {
  @Inject Settings settings;
  @Inject Clock clock;
  private RSAKey key;

  @PostConstruct
  void loadKey() {
    key = new KeyFile(settings.tokenKey()).load();
  }

  /** A token for a user in the session that was granted. */
  public String issue(Grant grant) {
    UserView user = grant.user();
    Instant now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(TokenRules.issuer(settings))
            .audience(TokenRules.AUDIENCE)
            .subject(Long.toString(user.id()))
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(settings.tokenLifetime())))
            .claim("upn", user.username())
            .claim("groups", groups(user.role()))
            .claim(TokenRules.SESSION, Long.toString(grant.sessionId()))
            .claim(TokenRules.NONCE, grant.nonce())
            .claim(TokenRules.USE, TokenRules.ACCESS)
            .build();
    return signed(claims);
  }

  /** Seconds that a token is good for. */
  public long lifetime() {
    return settings.tokenLifetime().toSeconds();
  }

  /** Names the key that signs: its thumbprint (RFC 7638). */
  public String keyId() {
    return key.getKeyID();
  }

  /** The public half of the key, for whoever wants to verify a token (RFC 7517). */
  public String publicKeys() {
    return new JWKSet(key).toString(true);
  }

  /** The public half, for whoever verifies a token here. */
  RSAPublicKey publicKey() {
    try {
      return key.toRSAPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signed(JWTClaimsSet claims) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .type(JOSEObjectType.JWT)
              .keyID(key.getKeyID())
              .build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> groups(Role role) {
    return role == Role.ADMIN ? List.of("user", "admin") : List.of("user");
  }
}
