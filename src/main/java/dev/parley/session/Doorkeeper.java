package dev.parley.session;

import com.nimbusds.jwt.SignedJWT;
import dev.parley.platform.Client;
import dev.parley.platform.Settings;
import dev.parley.provider.ProviderTokens;
import dev.parley.provider.SignedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.text.ParseException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose bearer token a request carries, over HTTP and at the socket alike. Without an
 * identity provider MicroProfile JWT has verified it. With one there are two issuers, and keys that
 * change while requests come in, and it is verified here. Thread-safe.
 */
@ApplicationScoped
public class Doorkeeper {
  private static final String SCHEME = "bearer ";

  @Inject SessionService sessions;
  @Inject OwnTokens ownTokens;
  @Inject ProviderTokens providerTokens;
  @Inject Programs programs;
  @Inject Settings settings;

  /**
   * Who may come in.
   *
   * @param principal whom the server has verified, asked only where that is its task
   * @return empty if there is no token that is good, now, by what the database says
   */
  public Optional<Access> admit(
      HttpServletRequest request, Supplier<@Nullable Principal> principal) {
    return settings.provider().isEmpty()
        ? sessions.admit(principal.get())
        : token(request).flatMap(token -> admit(token, request));
  }

  /** Whether a request carries a bearer token at all (RFC 6750, section 2.1). */
  static boolean hasToken(@Nullable String authorization) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  private static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(Doorkeeper::hasToken)
        .map(authorization -> authorization.substring(SCHEME.length()).strip());
  }

  private Optional<Access> admit(String token, HttpServletRequest request) {
    try {
      SignedJWT parsed = SignedTokens.parse(token);
      return ownTokens.claims(parsed)
          ? ownTokens.verify(parsed).map(AccessToken::signedIn).flatMap(sessions::access)
          : providerTokens
              .verify(parsed)
              .flatMap(identity -> programs.admit(identity, Client.of(request, settings)));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
