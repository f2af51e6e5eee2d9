package dev.parley.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The company's identity provider (OpenID Connect Core 1.0): {@code parley.oidc.*}.
 *
 * @param issuer {@code parley.oidc.issuer}: what its tokens call it, and where its metadata is
 *     found
 * @param clientId {@code parley.oidc.client-id}: what it calls Parley
 * @param clientSecret {@code parley.oidc.client-secret}, or what {@code
 *     parley.oidc.client-secret.file} holds: by which it knows Parley
 * @param audience {@code parley.oidc.audience}: whom access tokens of programs have to be for
 * @param scopes {@code parley.oidc.scopes}: what Parley asks for
 * @param name {@code parley.oidc.name}: what people call it
 * @param claims {@code parley.oidc.claim.*}
 * @param adminGroups {@code parley.oidc.admin-groups}: whose members are administrators; where
 *     there are none, roles are Parley's own
 * @param roomsOfGroups {@code parley.oidc.rooms}: for each group the rooms that its members are in,
 *     by the name of a public room or by id
 */
public record ProviderSettings(
    String issuer,
    String clientId,
    String clientSecret,
    String audience,
    List<String> scopes,
    String name,
    ClaimNames claims,
    Set<String> adminGroups,
    Map<String, Set<String>> roomsOfGroups) {

  /**
   * Under which names the provider's tokens tell who someone is.
   *
   * @param subject what never changes of someone, and is the same in every token
   */
  public record ClaimNames(String subject, String username, String displayName, String groups) {}

  /** Whether the provider decides who is an administrator. */
  public boolean decidesRoles() {
    return !adminGroups.isEmpty();
  }

  @Override
  public String toString() {
    return "ProviderSettings[issuer=" + issuer + "]"; // the secret must not reach a log
  }
}
