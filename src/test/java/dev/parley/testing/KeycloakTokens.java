package dev.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** The token endpoint of one realm (RFC 6749, 3.2). */
record KeycloakTokens(URI keycloak, String realm) {
  /** Sends the form and returns what it is answered. */
  JsonNode ask(Map<String, String> form) {
    return send(form).expect(200).json();
  }

  private Answer send(Map<String, String> form) {
    var api = new Api(keycloak);
    return api.send(
        api.request("/realms/" + realm + "/protocol/openid-connect/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encode(form))));
  }

  static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(joining("&"));
  }
}
