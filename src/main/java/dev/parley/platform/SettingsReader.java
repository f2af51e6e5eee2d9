package dev.parley.platform;

import dev.parley.platform.Settings.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Reads {@link Settings} from MicroProfile Config and refuses what is not right, key by key. */
final class SettingsReader {
  /**
   * What the launcher of {@code parley.jar} reads: other servers have a data source of their own.
   */
  private static final String[] OF_THE_LAUNCHER = {
    "parley.database.url",
    "parley.database.user",
    "parley.database.password",
    "parley.database.password.file",
    "parley.database.pool"
  };

  private final ConfigKeys keys;
  private final Map<String, String> environment;
  private String passedOver = "";

  /**
   * Reads nothing yet.
   *
   * @param environment the variables that the process was given
   */
  SettingsReader(Config config, Map<String, String> environment) {
    keys = new ConfigKeys(config);
    this.environment = environment;
  }

  /**
   * Reads every key once.
   *
   * @throws BadConfigurationException naming the key that is not right
   */
  Settings read() {
    Path data = keys.path("parley.data", "./data", "a folder");
    var settings =
        new Settings(
            data,
            keys.path("parley.token.key", data.resolve("token-key.jwk").toString(), "a file"),
            keys.duration(
                "parley.token.lifetime", "PT15M", Duration.ofMinutes(1), Duration.ofDays(1)),
            keys.duration(
                "parley.session.lifetime", "P30D", Duration.ofHours(1), Duration.ofDays(400)),
            SignUps.valueOf(
                keys.oneOf("parley.registration", "open", "invitation", "closed")
                    .toUpperCase(Locale.ROOT)),
            keys.proxies("parley.proxies"),
            keys.origin("parley.url"),
            keys.origins("parley.origins"),
            keys.oneOf("parley.sockets", "auto", "standard").equals("standard"),
            new ProviderSettingsReader(keys).read(),
            new ClusterSettingsReader(keys).read(),
            keys.duration("parley.log.slow", "PT3S", Duration.ZERO, Duration.ofHours(1)),
            new Limits(
                keys.number("parley.limits.messages-per-second", 10, 1_000_000),
                keys.number("parley.limits.connections-per-user", 20, 1_000_000),
                keys.number("parley.limits.sign-in", 5, 1_000_000),
                keys.number("parley.limits.register", 20, 1_000_000),
                textLength(),
                AccountLimits.read(keys)));
    keys.know(OF_THE_LAUNCHER);
    passedOver = keys.refuseUnknown(environment);
    return settings;
  }

  /** A sentence about variables that begin like ours and are none; empty where there are none. */
  String passedOver() {
    return passedOver;
  }

  private int textLength() {
    int units = keys.number("parley.limits.text-length", 10_000, Limits.MAX_TEXT);
    return units == 0 ? Limits.MAX_TEXT : units;
  }
}
