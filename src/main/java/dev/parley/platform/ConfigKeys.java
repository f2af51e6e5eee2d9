package dev.parley.platform;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Reads single keys of MicroProfile Config, refuses values that are not right, and remembers which
 * keys there are.
 */
final class ConfigKeys {
  private final Config config;
  private final Set<String> known = new HashSet<>();

  ConfigKeys(Config config) {
    this.config = config;
  }

  Optional<String> value(String key) {
    known.add(key);
    return config.getOptionalValue(key, String.class).map(String::strip).filter(v -> !v.isEmpty());
  }

  String oneOf(String key, String... choices) {
    String value = value(key).orElse(choices[0]);
    if (!Arrays.asList(choices).contains(value)) {
      throw new BadConfigurationException(key, value, "one of: " + String.join(", ", choices));
    }
    return value;
  }

  int number(String key, int normal, int most) {
    String value = value(key).orElse(Integer.toString(normal));
    if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) <= most) {
      return Integer.parseInt(value);
    }
    throw new BadConfigurationException(key, value, "a whole number from 0 (off) to " + most);
  }

  Duration duration(String key, String normal, Duration least, Duration most) {
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

  Path path(String key, String normal, String kind) {
    String value = value(key).orElse(normal);
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new BadConfigurationException(key, value, kind);
    }
  }

  /** A file that is there and can be read. */
  Optional<Path> file(String key) {
    return value(key).map(value -> requireReadable(key, value));
  }

  private static Path requireReadable(String key, String value) {
    try {
      Path file = Path.of(value).toAbsolutePath().normalize();
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // refused below, like one that is not there
    }
    throw new BadConfigurationException(key, value, "a file that Parley can read");
  }

  Optional<URI> address(String key) {
    return value(key)
        .map(
            value ->
                Origins.parse(value)
                    .orElseThrow(
                        () ->
                            new BadConfigurationException(
                                key, value, "an address such as https://chat.example.org")));
  }

  /** An address without a path: where the application is deployed says that. */
  Optional<URI> origin(String key) {
    Optional<URI> address = address(key);
    address
        .filter(uri -> !List.of("", "/").contains(uri.getRawPath()))
        .ifPresent(
            uri -> {
              throw new BadConfigurationException(
                  key, uri.toString(), "an address without a path, such as " + Origins.of(uri));
            });
    return address;
  }

  /** What stands between the separators; empty where there is nothing. */
  List<String> list(String key, String separator) {
    return value(key).stream()
        .flatMap(list -> Arrays.stream(list.split(separator)))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  List<String> origins(String key) {
    return list(key, ",").stream()
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

  Proxies proxies(String key) {
    String value = value(key).orElse("");
    return Proxies.parse(value)
        .orElseThrow(
            () ->
                new BadConfigurationException(
                    key, value, "addresses or networks such as 10.0.0.0/8, with commas between"));
  }

  /** Keys that somebody else reads. */
  void know(String... others) {
    known.addAll(List.of(others));
  }

  /** Refuses a key that nobody has read. */
  void refuseUnknown() {
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
