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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * Reads single keys of MicroProfile Config, refuses values that are not right, and remembers which
 * keys there are.
 */
final class ConfigKeys {
  private static final String IGNORED = "parley.config.ignore";

  private final Config config;
  private final Set<String> known = new HashSet<>();

  ConfigKeys(Config config) {
    this.config = config;
  }

  Optional<String> value(String key) {
    known.add(key);
    return config.getOptionalValue(key, String.class).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * What must not be seen, in the key itself or in a file that the key with {@code .file} at its
   * end names.
   */
  Optional<String> secret(String key) {
    Optional<String> told = value(key);
    Optional<String> file = value(key + SecretFile.SUFFIX);
    if (told.isPresent() && file.isPresent()) {
      throw new BadConfigurationException(
          key + " and " + key + SecretFile.SUFFIX + " are both set, and one of them is enough.");
    }
    return told.or(() -> file.map(name -> secretIn(key + SecretFile.SUFFIX, name)));
  }

  private static String secretIn(String key, String file) {
    try {
      return SecretFile.read(file);
    } catch (IllegalArgumentException e) {
      throw new BadConfigurationException(key + " must be " + e.getMessage() + ".");
    }
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
    return split(value(key).orElse(""), separator);
  }

  /** The same of what is already known. */
  static List<String> split(String list, String separator) {
    return Arrays.stream(list.split(separator))
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

  /**
   * Refuses names that are near those of the keys that were read, and names them all.
   *
   * @param environment the variables that the process was given
   * @return a sentence about variables that begin like ours and are passed over; empty where there
   *     are none
   */
  String refuseUnknown(Map<String, String> environment) {
    List<String> ignored = list(IGNORED, ",").stream().map(KeyNames::variable).toList();
    ignored.forEach(this::requireNobodysBeginning);
    var unknown = new UnknownNames(new KeyNames(known), ignored);
    unknown.look(environment);
    unknown.look(config.getPropertyNames(), environment.keySet());
    return unknown.judge();
  }

  /** Ignoring what our own keys begin with would ignore the errors in them. */
  private void requireNobodysBeginning(String beginning) {
    if (!KeyNames.isOurs(beginning)
        || known.stream().map(KeyNames::variable).anyMatch(key -> key.startsWith(beginning))) {
      throw new BadConfigurationException(
          IGNORED,
          beginning,
          "beginnings such as PARLEY_BACKUP_, with commas between, that no key of Parley's has");
    }
  }
}
