package dev.parley.platform;

import dev.parley.platform.ClusterSettings.Driver;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@link ClusterSettings}. */
final class ClusterSettingsReader {
  private static final Set<String> SCHEMES = Set.of("nats", "tls");
  private static final String SERVERS = "parley.nats.url";
  private static final String PREFIX = "parley.nats.prefix";

  private final ConfigKeys keys;

  ClusterSettingsReader(ConfigKeys keys) {
    this.keys = keys;
  }

  /** What is said of NATS is known, and looked at, where it is not used as well. */
  ClusterSettings read() {
    var driver =
        Driver.valueOf(
            keys.oneOf("parley.cluster", "auto", "local", "postgresql", "nats")
                .toUpperCase(Locale.ROOT));
    List<String> servers = ConfigKeys.split(keys.secret(SERVERS).orElse(""), ",");
    if (driver == Driver.NATS && servers.isEmpty()) {
      throw new BadConfigurationException(SERVERS, "", "set where parley.cluster is nats");
    }
    servers.forEach(address -> requireServer(address, servers));
    return new ClusterSettings(
        driver,
        servers,
        keys.file("parley.nats.credentials"),
        keys.file("parley.nats.ca"),
        prefix());
  }

  private static void requireServer(String address, List<String> all) {
    try {
      var uri = new URI(address);
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
      if (SCHEMES.contains(scheme) && uri.getHost() != null && uri.getRawPath().isEmpty()) {
        return;
      }
    } catch (URISyntaxException e) {
      // refused below, like an address of something else
    }
    throw new BadConfigurationException(
        SERVERS,
        withoutPassword(address, all),
        "addresses such as nats://10.0.0.5:4222 or tls://nats.example.org:4222, with commas"
            + " between");
  }

  /** What must not reach a log may also stand in the half of an address that a comma has cut. */
  private static String withoutPassword(String address, List<String> all) {
    if (address.contains("@")) {
      return address.replaceFirst("^.*@", "…@");
    }
    return all.stream().anyMatch(other -> other.contains("@")) ? "…" : address;
  }

  private Optional<String> prefix() {
    Optional<String> prefix = keys.value(PREFIX);
    prefix
        .filter(value -> !value.matches("[A-Za-z0-9_-]{1,64}(\\.[A-Za-z0-9_-]{1,64}){0,7}"))
        .ifPresent(
            value -> {
              throw new BadConfigurationException(
                  PREFIX, value, "words of letters, digits, - and _, with dots between");
            });
    return prefix;
  }
}
