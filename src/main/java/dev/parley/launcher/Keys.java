package dev.parley.launcher;

import java.util.Locale;

/**
 * The configuration where MicroProfile Config is not there yet: system properties, and the
 * environment after them.
 */
final class Keys {
  private Keys() {}

  /** What a key says; empty where nobody has set it. */
  static String value(String key) {
    String variable = key.replace('.', '_').toUpperCase(Locale.ROOT);
    return System.getProperty(key, System.getenv().getOrDefault(variable, "")).strip();
  }
}
