package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The authorization code flow of the client {@code parley}, with the test in Parley's place. */
record KeycloakCodeFlow(Keycloak keycloak) {
  private static final String CALLBACK = "http://localhost:1/callback"; // nobody goes there
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  // RFC 7636, appendix B
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  /** What the token endpoint answers for the code. */
  JsonNode signIn(String username) {
    String code = code(keycloak.signIn(authorization(), username));
    return keycloak.tokens(
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            "parley",
            "client_secret",
            Keycloak.CLIENT_SECRET,
            "code",
            code,
            "code_verifier",
            VERIFIER,
            "redirect_uri",
            CALLBACK));
  }

  private URI authorization() {
    Map<String, String> request =
        Map.of(
            "response_type", "code",
            "client_id", "parley",
            "scope", "openid",
            "code_challenge", CHALLENGE,
            "code_challenge_method", "S256",
            "redirect_uri", CALLBACK);
    return URI.create(
        keycloak.issuer() + "/protocol/openid-connect/auth?" + KeycloakTokens.encode(request));
  }

  private static String code(URI callback) {
    Matcher code = CODE.matcher(callback.toString());
    if (!code.find()) {
      throw new IllegalStateException("no code in " + callback);
    }
    return code.group(1);
  }
}
