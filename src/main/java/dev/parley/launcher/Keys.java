package dev.parley.launcher;

import dev.parley.platform.SecretFile;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The configuration where MicroProfile Config is not there yet: system properties, and the
 * environment after them, in the three spellings of MicroProfile Config 3.1.
 */
final class Keys {
  private Keys() {}

  /** What a key says; empty where nobody has set it. */
  static String value(String key) {
    String variable = key.replaceAll("[^A-Za-z0-9]", "_");
    return Stream.of(
            System.getProperty(key),
            System.getenv(key),
            System.getenv(variable),
            System.getenv(variable.toUpperCase(Locale.ROOT)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("")
        .strip();
  }

  /**
   * What a key says, or the file that the key with {@code .file} at its end names.
   *
   * @throws DatabaseException if both are set, or the file holds no secret
   */
  static String secret(String key) {
    String told = value(key);
    String file = value(key + SecretFile.SUFFIX);
    if (file.isEmpty()) {
      return told;
    }
    if (!told.isEmpty()) {
      throw new DatabaseException(
          key + " and " + key + SecretFile.SUFFIX + " are both set, and one of them is enough.");
    }
    try {
      return SecretFile.read(file);
    } catch (IllegalArgumentException e) {
      throw new DatabaseException(key + SecretFile.SUFFIX + " must be " + e.getMessage() + ".");
    }
  }
}
