package dev.parley.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Verifies ID tokens (OpenID Connect Core 1.0, sections 3.1.3.7 and 12.2). */
@ApplicationScoped
public class IdTokens {
  private static final Logger LOG = System.getLogger(IdTokens.class.getName());

  @Inject Provider provider;
  @Inject ProviderKeys keys;
  @Inject Identities identities;
  @Inject Clock clock;

  /**
   * Who someone is.
   *
   * @param nonce what the token has to carry; null after a refresh
   * @throws SignOnRefusedException if there is no token, or one that is not to be believed
   */
  Identity verify(@Nullable JWT token, @Nullable Nonce nonce) {
    if (!(token instanceof SignedJWT signed)) {
      throw refused("There is none that is signed.");
    }
    try {
      keys.has(signed.getHeader()); // waits for a key that is new
      IDTokenClaimsSet claims = validator().validate(token, nonce);
      AuthorizedParty party = claims.getAuthorizedParty();
      if (party != null && !party.getValue().equals(provider.settings().clientId())) {
        throw refused("It is for another program.");
      }
      return identities.of(claims.toJWTClaimsSet());
    } catch (BadJOSEException | JOSEException | ParseException e) {
      String difference = TokenTimes.trouble(token, clock.instant()).orElse("");
      throw refused((e.getMessage() + " " + difference).strip());
    }
  }

  private IDTokenValidator validator() {
    var validator =
        new IDTokenValidator(
            new Issuer(provider.settings().issuer()),
            new ClientID(provider.settings().clientId()),
            provider.known().keySelector(),
            null);
    validator.setMaxClockSkew(ProviderTokens.CLOCK_SKEW);
    return validator;
  }

  private static SignOnRefusedException refused(@Nullable String why) {
    LOG.log(
        Level.WARNING, "The identity provider's ID token is not good: " + ProviderHttp.quoted(why));
    return new SignOnRefusedException();
  }
}
