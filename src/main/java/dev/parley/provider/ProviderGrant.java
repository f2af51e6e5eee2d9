package dev.parley.provider;

/**
 * What the provider gave for someone who signed in with a browser. It stays on the server.
 *
 * @param refreshToken by which the provider is asked again; empty where it gave none
 * @param idToken by which the provider knows the session that is to end
 */
public record ProviderGrant(String refreshToken, String idToken) {
  @Override
  public String toString() {
    return "ProviderGrant[]"; // a token must not reach a log
  }
}
