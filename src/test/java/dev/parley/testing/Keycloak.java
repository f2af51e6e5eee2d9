package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Keycloak with the realm of {@code parley-realm.json}. Its people are Ana (in {@code
 * chat-admins} and {@code engineering}), Bo (in {@code engineering}), Cy and Dee; its clients
 * {@code parley}, {@code bot}, whose access tokens are for {@code parley}, and {@code stranger},
 * whose are not. Tests share it: what changes somebody is done to a {@link #newUser}.
 */
public final class Keycloak implements AutoCloseable {
  public static final String CLIENT_SECRET = "parley-secret";

  private final KeycloakProcess process = KeycloakProcess.start();
  private final KeycloakAdmin admin = new KeycloakAdmin(process.address());
  private int keyPriority = 200; // above that of the realm's first keys

  /** What a user signs in with. */
  public static String password(String username) {
    return "correct horse " + username;
  }

  public URI issuer() {
    return process.address().resolve("/realms/parley");
  }

  /** What it has printed since the first start. */
  public String log() {
    return process.log();
  }

  /** An access token of a program that acts for a user; it lives for 60 s. */
  public String accessToken(String client, String username) {
    return signIn(client, username).path("access_token").asText();
  }

  /** An ID token of such a program: its audience is the program. */
  public String idToken(String client, String username) {
    return signIn(client, username).path("id_token").asText();
  }

  /** What a program is given for a user's password: {@code access_token}, {@code id_token}, … */
  public JsonNode signIn(String client, String username) {
    String password = password(username);
    return tokens(
        Map.of(
            "grant_type", "password",
            "client_id", client,
            "username", username,
            "password", password,
            "scope", "openid"));
  }

  /**
   * What Parley is given for a user who signs in at Keycloak's page; the redirect is not followed.
   */
  public JsonNode signInToParley(String username) {
    return new KeycloakCodeFlow(this).signIn(username);
  }

  /** What the token endpoint answers to a form with status 200. */
  public JsonNode tokens(Map<String, String> form) {
    return new KeycloakTokens(process.address(), "parley").ask(form);
  }

  /**
   * Signs in at Keycloak's page, as a new browser.
   *
   * @param authorization where Parley has sent the browser
   * @return where Keycloak sends it back to, with a code
   */
  public URI signIn(URI authorization, String username) {
    return new KeycloakPage().signIn(authorization, username, password(username));
  }

  /** A new person with first name Nia, last name the username, and an e-mail address. */
  public String newUser(String... groups) {
    String username = "u" + Names.unique();
    admin.post(
        "/users",
        """
        {
          "username": "%1$s", "firstName": "Nia", "lastName": "%1$s",
          "email": "%1$s@example.org", "emailVerified": true, "enabled": true,
          "credentials": [{"type": "password", "value": "%2$s"}]
        }
        """
            .formatted(username, password(username)));
    Stream.of(groups).forEach(group -> join(username, group));
    return username;
  }

  /** The {@code sub} of a user's tokens. */
  public String subject(String username) {
    return admin.user(username).replace("/users/", "");
  }

  public void join(String username, String group) {
    admin.put(admin.user(username) + admin.group(group));
  }

  public void leave(String username, String group) {
    admin.delete(admin.user(username) + admin.group(group));
  }

  public void rename(String username, String firstName, String lastName) {
    admin.change(
        admin.user(username), user -> user.put("firstName", firstName).put("lastName", lastName));
  }

  /** From here on the user cannot sign in, or can again. */
  public void disable(String username, boolean disabled) {
    admin.change(admin.user(username), user -> user.put("enabled", !disabled));
  }

  /** Ends all sessions of the user, and tells the clients that want to be told. */
  public void signOut(String username) {
    admin.post(admin.user(username) + "/logout", Map.of());
  }

  /** How many sessions of the user there are. */
  public int sessions(String username) {
    return admin.get(admin.user(username) + "/sessions").size();
  }

  /** Sends logout tokens of {@code parley} there (OpenID Connect Back-Channel Logout 1.0). */
  public void backChannelLogoutTo(URI address) {
    admin.change(
        admin.client("parley"),
        client ->
            client.withObject("/attributes").put("backchannel.logout.url", address.toString()));
  }

  /** Signs with a new key from here on; the old one is still published. */
  public void rotateKeys() {
    keyPriority++;
    admin.post(
        "/components",
        """
        {
          "name": "rsa-%1$d", "parentId": "%2$s", "config": {"priority": ["%1$d"]},
          "providerType": "org.keycloak.keys.KeyProvider", "providerId": "rsa-generated"
        }
        """
            .formatted(keyPriority, admin.realmId()));
  }

  /** Stops it in good order; its users, keys and sessions are kept. */
  public void stop() {
    process.stop();
  }

  /** Ends the process without a warning: what was written just before may be lost. */
  public void kill() {
    process.kill();
  }

  /** Starts it again, at the same address, after {@link #stop} or {@link #kill}. */
  public void startAgain() {
    process.startAgain();
  }

  @Override
  public void close() {
    process.close();
  }
}
