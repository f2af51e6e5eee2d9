package dev.parley.provider;

import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Parley asks the provider for, behind people's backs: tokens, and who they are. */
@ApplicationScoped
public class TokenEndpoint {
  private static final Logger LOG = System.getLogger(TokenEndpoint.class.getName());

  @Inject Provider provider;
  @Inject Identities identities;

  /**
   * Tokens for a code, or for a refresh token.
   *
   * @throws SignOnRefusedException if the provider says that it is not good any more
   * @throws ProviderUnavailableException if it does not answer, or does not know Parley
   */
  OIDCTokens tokens(AuthorizationGrant grant) {
    var request =
        new TokenRequest.Builder(metadata().getTokenEndpointURI(), authentication(), grant).build();
    try {
      var answer = request.toHTTPRequest().send(provider.http());
      if (answer.getStatusCode() >= 500 || answer.getStatusCode() == 429) {
        throw unavailable("status " + answer.getStatusCode());
      }
      var response = OIDCTokenResponseParser.parse(answer);
      if (!response.indicatesSuccess()) {
        throw denied(String.valueOf(response.toErrorResponse().getErrorObject().getCode()));
      }
      return response.toSuccessResponse().getTokens().toOIDCTokens();
    } catch (IOException | ParseException e) {
      throw unavailable(e.getMessage());
    }
  }

  /**
   * Only {@code invalid_grant} is about the person (RFC 6749, section 5.2); all else is about us.
   */
  private static RuntimeException denied(String code) {
    return code.equals("invalid_grant")
        ? new SignOnRefusedException()
        : unavailable("it answers " + code);
  }

  private ClientAuthentication authentication() {
    var id = new ClientID(provider.settings().clientId());
    var secret = new Secret(provider.settings().clientSecret());
    List<ClientAuthenticationMethod> known = metadata().getTokenEndpointAuthMethods();
    boolean basic = known == null || known.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return basic ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
  }

  /**
   * Who someone is, where the provider gives no ID token with a refresh (OpenID Connect Core 1.0,
   * section 12.2).
   */
  Identity userInfo(AccessToken token) {
    URI endpoint = metadata().getUserInfoEndpointURI();
    if (endpoint == null) {
      throw unavailable("it does not tell who someone is");
    }
    try {
      var request = new UserInfoRequest(endpoint, token);
      var response = UserInfoResponse.parse(request.toHTTPRequest().send(provider.http()));
      if (!response.indicatesSuccess()) {
        throw new SignOnRefusedException();
      }
      return identities.of(response.toSuccessResponse().getUserInfo().toJWTClaimsSet());
    } catch (IOException | ParseException | BadJWTException e) {
      throw unavailable(e.getMessage());
    }
  }

  private static RuntimeException unavailable(@Nullable String why) {
    LOG.log(Level.WARNING, "The identity provider gave no tokens: " + why);
    return new ProviderUnavailableException();
  }

  private OIDCProviderMetadata metadata() {
    return provider.known().metadata();
  }
}
