package dev.parley.provider;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.parley.platform.ProviderSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in at the provider by authorization code (OpenID Connect Core 1.0, section 3.1) with PKCE
 * (RFC 7636), run by the server: the browser gets no token by which anything could be had.
 * Thread-safe.
 */
@ApplicationScoped
public class CodeFlow {
  /** How long someone may take to sign in at the provider. */
  public static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final ProviderGrant NOTHING = new ProviderGrant("", "");

  @Inject Provider provider;
  @Inject TokenEndpoint endpoint;
  @Inject IdTokens idTokens;
  @Inject Clock clock;

  /**
   * The way to the provider.
   *
   * @param back where the provider sends the browser afterwards
   * @param to the page that was asked for, which comes back with {@link SignedOn}
   * @throws ProviderUnavailableException if it is not known
   */
  public SignOnRequest begin(URI back, String to) {
    var state = new State();
    var nonce = new Nonce();
    var verifier = new CodeVerifier();
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(settings().scopes().toArray(String[]::new)),
                new ClientID(settings().clientId()),
                back)
            .endpointURI(metadata().getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();
    var pending =
        new PendingSignOn(
            state.getValue(),
            nonce.getValue(),
            verifier.getValue(),
            to,
            clock.instant().plus(PATIENCE).toEpochMilli());
    return new SignOnRequest(request.toURI(), state.getValue(), seal().close(pending));
  }

  /**
   * Takes in who comes back from the provider.
   *
   * @param answer the address at which the browser came back
   * @param back the same as at the beginning
   * @param sealed what the browser was given to bring back
   * @throws SignOnRefusedException if the provider says no, or this is not the browser that went
   * @throws ProviderUnavailableException if it does not answer
   */
  public SignedOn finish(URI answer, URI back, String sealed) {
    PendingSignOn pending =
        seal()
            .open(sealed, PendingSignOn.class)
            .filter(one -> clock.instant().isBefore(Instant.ofEpochMilli(one.expiresAt())))
            .orElseThrow(SignOnRefusedException::new);
    var success = success(answer, pending);
    var grant =
        new AuthorizationCodeGrant(
            success.getAuthorizationCode(), back, new CodeVerifier(pending.verifier()));
    OIDCTokens tokens = endpoint.tokens(grant);
    Identity identity = idTokens.verify(tokens.getIDToken(), new Nonce(pending.nonce()));
    return new SignedOn(identity, grant(tokens, NOTHING), pending.to());
  }

  /**
   * Asks the provider whether someone may stay, and who they are now.
   *
   * @throws SignOnRefusedException if the provider has ended the session
   * @throws ProviderUnavailableException if it does not answer
   */
  public SignedOn refresh(ProviderGrant held) {
    if (held.refreshToken().isEmpty()) {
      throw new SignOnRefusedException(); // it gave none: a session ends when its token does
    }
    OIDCTokens tokens =
        endpoint.tokens(new RefreshTokenGrant(new RefreshToken(held.refreshToken())));
    Identity identity =
        tokens.getIDToken() == null
            ? endpoint.userInfo(tokens.getAccessToken())
            : idTokens.verify(tokens.getIDToken(), null);
    return new SignedOn(identity, grant(tokens, held), "");
  }

  /**
   * Where a browser goes to sign out at the provider too (OpenID Connect RP-Initiated Logout 1.0).
   *
   * @param back where the provider sends the browser afterwards
   * @return empty if the provider has no such place, or is not known
   */
  public Optional<URI> signOut(ProviderGrant held, URI back) {
    try {
      return Optional.ofNullable(metadata().getEndSessionEndpointURI())
          .map(
              place ->
                  new LogoutRequest(
                          place,
                          parsed(held.idToken()),
                          null,
                          new ClientID(settings().clientId()),
                          back,
                          null,
                          null)
                      .toURI());
    } catch (ProviderUnavailableException e) {
      return Optional.empty(); // the session here ends all the same
    }
  }

  private AuthenticationSuccessResponse success(URI answer, PendingSignOn pending) {
    try {
      var response = AuthenticationResponseParser.parse(answer);
      boolean ours =
          response.getState() != null && response.getState().getValue().equals(pending.state());
      if (!ours || !response.indicatesSuccess() || isMixedUp(response.getIssuer())) {
        throw new SignOnRefusedException();
      }
      AuthenticationSuccessResponse success = response.toSuccessResponse();
      if (success.getAuthorizationCode() == null) {
        throw new SignOnRefusedException();
      }
      return success;
    } catch (ParseException | IllegalArgumentException e) { // an empty code is the latter
      throw new SignOnRefusedException();
    }
  }

  /** Whether another provider may have answered, as far as this one tells its own (RFC 9207). */
  private boolean isMixedUp(@Nullable Issuer issuer) {
    return issuer == null
        ? metadata().supportsAuthorizationResponseIssuerParam()
        : !issuer.getValue().equals(settings().issuer());
  }

  /** What was given now, and what was held before where that is not given again. */
  private static ProviderGrant grant(OIDCTokens tokens, ProviderGrant before) {
    RefreshToken refresh = tokens.getRefreshToken();
    JWT idToken = tokens.getIDToken();
    return new ProviderGrant(
        refresh == null ? before.refreshToken() : refresh.getValue(),
        idToken == null ? before.idToken() : idToken.getParsedString());
  }

  private static @Nullable JWT parsed(String token) {
    try {
      return token.isEmpty() ? null : JWTParser.parse(token);
    } catch (java.text.ParseException e) {
      return null;
    }
  }

  private Seal seal() {
    return new Seal(settings().clientSecret(), "sign-on");
  }

  private OIDCProviderMetadata metadata() {
    return provider.known().metadata();
  }

  private ProviderSettings settings() {
    return provider.settings();
  }
}
