package dev.parley.platform;

import dev.parley.platform.ProviderSettings.ClaimNames;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@link ProviderSettings} where {@code parley.auth} says that there is a provider. */
final class ProviderSettingsReader {
  private static final List<String> NEEDED =
      List.of("parley.oidc.issuer", "parley.oidc.client-id", "parley.url");
  private static final String SECRET = "parley.oidc.client-secret";

  private final ConfigKeys keys;

  ProviderSettingsReader(ConfigKeys keys) {
    this.keys = keys;
  }

  /** The provider; its keys are known, and looked at, without one as well. */
  Optional<ProviderSettings> read() {
    boolean used = keys.oneOf("parley.auth", "local", "oidc").equals("oidc");
    if (used) {
      NEEDED.forEach(key -> require(key, keys.value(key)));
      require(SECRET, keys.secret(SECRET));
    }
    keys.address("parley.oidc.issuer").ifPresent(this::requireAnotherThanOurs);
    String clientId = text("parley.oidc.client-id", "");
    var provider =
        new ProviderSettings(
            text("parley.oidc.issuer", ""),
            clientId,
            keys.secret(SECRET).orElse(""),
            text("parley.oidc.audience", clientId),
            scopes(),
            text("parley.oidc.name", "single sign-on"),
            new ClaimNames(
                text("parley.oidc.claim.subject", "sub"),
                text("parley.oidc.claim.username", "preferred_username"),
                text("parley.oidc.claim.name", "name"),
                text("parley.oidc.claim.groups", "groups")),
            Set.copyOf(keys.list("parley.oidc.admin-groups", ",")),
            roomsOfGroups());
    return Optional.of(provider).filter(any -> used);
  }

  private static void require(String key, Optional<String> value) {
    if (value.isEmpty()) {
      throw new BadConfigurationException(key, "", "set where parley.auth is oidc");
    }
  }

  /** Whose token it is would not be known. */
  private void requireAnotherThanOurs(URI issuer) {
    if (keys.address("parley.url").filter(issuer::equals).isPresent()) {
      throw new BadConfigurationException(
          "parley.oidc.issuer", issuer.toString(), "another address than parley.url");
    }
  }

  private List<String> scopes() {
    var scopes = List.of(text("parley.oidc.scopes", "openid profile").split(" +"));
    if (!scopes.contains("openid")) {
      throw new BadConfigurationException(
          "parley.oidc.scopes", String.join(" ", scopes), "a list with openid in it");
    }
    return scopes;
  }

  private String text(String key, String normal) {
    return keys.value(key).orElse(normal);
  }

  private Map<String, Set<String>> roomsOfGroups() {
    var rooms = new HashMap<String, Set<String>>();
    for (String pair : keys.list("parley.oidc.rooms", ",")) {
      int sign = pair.lastIndexOf('=');
      if (sign <= 0 || sign == pair.length() - 1) {
        throw new BadConfigurationException(
            "parley.oidc.rooms", pair, "group=room, with commas between several of them");
      }
      rooms
          .computeIfAbsent(pair.substring(0, sign).strip(), group -> new HashSet<>())
          .add(pair.substring(sign + 1).strip());
    }
    return rooms;
  }
}
