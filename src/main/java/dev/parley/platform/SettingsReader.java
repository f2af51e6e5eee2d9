package dev.parley.platform;

import dev.parley.platform.Settings.Limits;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Reads {@link Settings} from MicroProfile Config and refuses what is not right, key by key. */
final class SettingsReader {
  private final Config config;
  private final Set<String> known = new HashSet<>();

  SettingsReader(Config config) {
    this.config = config;
  }

  /**
   * Reads every key once.
   *
   * @throws BadConfigurationException naming the key that is not right
   */
  Settings read() {
    oneOf("parley.auth", "local");
    var settings =
        new Settings(
            folder("parley.data", "./data"),
            duration("parley.token.lifetime", "PT15M", Duration.ofMinutes(1), Duration.ofDays(1)),
            duration("parley.session.lifetime", "P30D", Duration.ofHours(1), Duration.ofDays(400)),
            SignUps.valueOf(
                oneOf("parley.registration", "open", "invitation", "closed")
                    .toUpperCase(Locale.ROOT)),
            proxies("parley.proxies"),
            address("parley.url"),
            origins("parley.origins"),
            oneOf("parley.sockets", "auto", "standard").equals("standard"),
            new Limits(
                number("parley.limits.messages-per-second", 10, 1_000_000),
                number("parley.limits.connections-per-user", 20, 1_000_000),
                number("parley.limits.sign-in", 5, 1_000_000),
                number("parley.limits.register", 20, 1_000_000),
                textLength()));
    refuseUnknownKeys();
    return settings;
  }

  private int textLength() {
    int units = number("parley.limits.text-length", 10_000, Limits.MAX_TEXT);
    return units == 0 ? Limits.MAX_TEXT : units;
  }

  private Optional<String> value(String key) {
    known.add(key);
    return config.getOptionalValue(key, String.class).map(String::strip).filter(v -> !v.isEmpty());
  }

  private String oneOf(String key, String... choices) {
    String value = value(key).orElse(choices[0]);
    if (!Arrays.asList(choices).contains(value)) {
      throw new BadConfigurationException(key, value, "one of: " + String.join(", ", choices));
    }
    return value;
  }

  private int number(String key, int normal, int most) {
    String value = value(key).orElse(Integer.toString(normal));
    if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) <= most) {
      return Integer.parseInt(value);
    }
    throw new BadConfigurationException(key, value, "a whole number from 0 (off) to " + most);
  }

  private Duration duration(String key, String normal, Duration least, Duration most) {
    String value = value(key).orElse(normal);
    try {
      var duration = Duration.parse(value);
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // refused below, like one out of bounds
    }
    throw new BadConfigurationException(
        key, value, "an ISO 8601 duration from " + least + " to " + most);
  }

  private Path folder(String key, String normal) {
    String value = value(key).orElse(normal);
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new BadConfigurationException(key, value, "a folder");
    }
  }

  private Optional<URI> address(String key) {
    return value(key)
        .map(
            value ->
                Origins.parse(value)
                    .orElseThrow(
                        () ->
                            new BadConfigurationException(
                                key, value, "an address such as https://chat.example.org")));
  }

  private List<String> origins(String key) {
    return value(key).stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .map(
            value ->
                Origins.parse(value)
                    .map(Origins::of)
                    .orElseThrow(
                        () ->
                            new BadConfigurationException(
                                key,
                                value,
                                "origins such as https://chat.example.org, with commas between")))
        .toList();
  }

  private Proxies proxies(String key) {
    String value = value(key).orElse("");
    return Proxies.parse(value)
        .orElseThrow(
            () ->
                new BadConfigurationException(
                    key, value, "addresses or networks such as 10.0.0.0/8, with commas between"));
  }

  private void refuseUnknownKeys() {
    // WildFly lists a variable of the environment under a name with dots for the dashes as well
    Set<String> spellings =
        known.stream().map(key -> key.replace('-', '.')).collect(Collectors.toSet());
    var unknown = new TreeSet<String>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith("parley.") && !spellings.contains(name.replace('-', '.'))) {
        unknown.add(name);
      }
    }
    if (!unknown.isEmpty()) {
      throw new BadConfigurationException(unknown.first());
    }
  }
}
