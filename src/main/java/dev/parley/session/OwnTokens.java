package dev.parley.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;

/**
 * Verifies Parley's own access tokens where there is an identity provider too. MicroProfile JWT
 * knows one issuer, so there it is told to look at nothing. Thread-safe.
 */
@ApplicationScoped
public class OwnTokens {
  @Inject TokenIssuer issuer;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Whether a token says that it was made here; whether it was, is for {@link #verify} to say. */
  boolean claims(SignedJWT token) throws ParseException {
    return TokenRules.issuer(settings).equals(token.getJWTClaimsSet().getIssuer());
  }

  /** What a token says; empty if it was not made here, for here, or is out of its time. */
  Optional<AccessToken> verify(SignedJWT token) throws ParseException {
    return isOurs(token)
        ? AccessToken.ofVerified(token, issuer.keyId(), clock.instant())
        : Optional.empty();
  }

  private boolean isOurs(SignedJWT token) throws ParseException {
    JWTClaimsSet claims = token.getJWTClaimsSet();
    try {
      return JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
          && claims(token)
          && claims.getAudience().contains(TokenRules.AUDIENCE)
          && token.verify(new RSASSAVerifier(issuer.publicKey()));
    } catch (JOSEException e) {
      return false;
    }
  }
}
