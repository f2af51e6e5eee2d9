package dev.parley.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import dev.parley.platform.ProviderSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies what the provider has signed and others bring: access tokens of programs (RFC 9068,
 * where the provider keeps to it) and logout tokens. Thread-safe.
 */
@ApplicationScoped
public class ProviderTokens {
  /** The longest life of an access token that is taken: so long the end of a session is kept. */
  static final Duration LONGEST_LIFE = Duration.ofDays(1);

  /** Seconds by which the provider's clock and this one may differ. */
  static final int CLOCK_SKEW = (int) TokenTimes.CLOCK_SKEW.toSeconds();

  private static final Logger LOG = System.getLogger(ProviderTokens.class.getName());
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  @Inject Provider provider;
  @Inject ProviderKeys keys;
  @Inject Identities identities;
  @Inject Clock clock;

  /**
   * Whose access token this is.
   *
   * @return empty if it is none, not for Parley, out of its time, or not by the provider
   * @throws ProviderUnavailableException if the provider's keys are not known, because it has never
   *     answered
   */
  public Optional<Identity> verify(SignedJWT token) {
    try {
      if (!keys.has(token.getHeader())) {
        return Optional.empty();
      }
      JWTClaimsSet claims = processor().process(token, null);
      if (isAccess(token, claims) && isOfNow(claims)) {
        return Optional.of(identities.of(claims));
      }
      noteTime("access", token);
      return Optional.empty();
    } catch (BadJWTException e) { // its signature is good
      noteTime("access", token);
      return Optional.empty();
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }

  /**
   * What a logout token ends (OpenID Connect Back-Channel Logout 1.0, section 2.6).
   *
   * @return empty if it is not to be believed
   */
  public Optional<ProviderLogout> verifyLogout(String token) {
    try {
      return verifyLogout(SignedTokens.parse(token));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private Optional<ProviderLogout> verifyLogout(SignedJWT signed) {
    try {
      if (!keys.has(signed.getHeader())) {
        return Optional.empty();
      }
      var validator =
          new LogoutTokenValidator(
              new Issuer(settings().issuer()),
              new ClientID(settings().clientId()),
              false, // not every provider names the type of the token
              provider.known().keySelector(),
              null);
      validator.setMaxClockSkew(CLOCK_SKEW);
      JWTClaimsSet claims = validator.validate(signed).toJWTClaimsSet();
      return Optional.of(
              new ProviderLogout(
                  Identity.logoutOf(settings().issuer(), claims),
                  Claims.text(claims, "sub")
                      .map(subject -> Identity.keyOf(settings().issuer(), subject)),
                  Identity.sidOf(settings().issuer(), claims)))
          .filter(ProviderLogout::namesSomething);
    } catch (BadJWTException e) { // the same
      noteTime("logout", signed);
      return Optional.empty();
    } catch (BadJOSEException | JOSEException | com.nimbusds.oauth2.sdk.ParseException e) {
      return Optional.empty();
    }
  }

  private void noteTime(String kind, SignedJWT token) {
    TokenTimes.trouble(token, clock.instant())
        .ifPresent(
            difference ->
                LOG.log(
                    Level.INFO,
                    "The identity provider's "
                        + kind
                        + " token is out of its time. "
                        + difference));
  }

  private DefaultJWTProcessor<SecurityContext> processor() {
    var claims =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            Set.of(settings().audience()),
            new JWTClaimsSet.Builder().issuer(settings().issuer()).build(),
            Set.of("sub", "iat", "exp"),
            Set.of());
    claims.setMaxClockSkew(CLOCK_SKEW);
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(provider.known().keySelector());
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  /**
   * Not an ID token, which is signed with the same key and may have the same audience: an access
   * token says so in its type, or it has a scope. Keycloak tells the kind in a claim of its own.
   */
  private static boolean isAccess(SignedJWT token, JWTClaimsSet claims) throws ParseException {
    String kind = claims.getStringClaim("typ");
    boolean scoped = claims.getClaim("scope") != null || claims.getClaim("scp") != null;
    return (kind == null || kind.equalsIgnoreCase("Bearer"))
        && (scoped || kind != null || ACCESS_TOKEN.equals(token.getHeader().getType()));
  }

  /** Not of the future either: what is told later would not count until then. */
  private boolean isOfNow(JWTClaimsSet claims) {
    Date begin = claims.getIssueTime();
    Date end = claims.getExpirationTime();
    Instant now = clock.instant().plusSeconds(CLOCK_SKEW);
    return begin != null
        && end != null
        && !begin.toInstant().isAfter(now)
        && end.toInstant().isBefore(now.plus(LONGEST_LIFE));
  }

  private ProviderSettings settings() {
    return provider.settings();
  }
}
