package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/** The administrator of a Keycloak, by its REST interface: for the realm of the tests. */
final class KeycloakAdmin {
  static final String CLIENT = "test-harness";
  static final String SECRET = "test-harness-secret";
  private static final String REALM = "/admin/realms/parley";

  private final URI keycloak;

  KeycloakAdmin(URI keycloak) {
    this.keycloak = keycloak;
  }

  void post(String path, Object body) {
    api().post(REALM + path, body).expectAnyOf(201, 204);
  }

  void put(String path) {
    api().put(REALM + path, Map.of()).expect(204);
  }

  void delete(String path) {
    api().delete(REALM + path).expect(204);
  }

  JsonNode get(String path) {
    return api().get(REALM + path).expect(200).json();
  }

  /** Fetches, changes and stores: what a {@code PUT} leaves out, Keycloak takes away. */
  void change(String path, Consumer<ObjectNode> change) {
    var thing = (ObjectNode) get(path);
    change.accept(thing);
    api().put(REALM + path, thing).expect(204);
  }

  String user(String username) {
    return "/users/" + id(get("/users?exact=true&username=" + username).path(0));
  }

  String group(String name) {
    return "/groups/" + id(get("/group-by-path/" + name));
  }

  String client(String clientId) {
    return "/clients/" + id(get("/clients?clientId=" + clientId).path(0));
  }

  String realmId() {
    return id(get(""));
  }

  private static String id(JsonNode thing) {
    return thing.required("id").asText();
  }

  /** With a new token each time: they live for a minute. */
  private Api api() {
    var master = new KeycloakTokens(keycloak, "master");
    var tokens =
        master.ask(
            Map.of(
                "grant_type", "client_credentials", "client_id", CLIENT, "client_secret", SECRET));
    return new Api(keycloak).as(tokens.path("access_token").asText());
  }
}
