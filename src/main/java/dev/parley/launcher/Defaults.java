package dev.parley.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/** System properties that hold unless {@code -D} says otherwise. */
final class Defaults {
  private static final String FILE = "system.properties";

  private Defaults() {}

  static void apply(Path data) throws IOException {
    var defaults = new Properties();
    try (InputStream file = Defaults.class.getResourceAsStream(FILE)) {
      defaults.load(Objects.requireNonNull(file, FILE));
    }
    defaults.setProperty("derby.system.home", data.toString());
    defaults.setProperty("derby.stream.error.file", data.resolve("derby.log").toString());
    for (String name : defaults.stringPropertyNames()) {
      if (System.getProperty(name) == null) {
        System.setProperty(name, defaults.getProperty(name));
      }
    }
  }
}
