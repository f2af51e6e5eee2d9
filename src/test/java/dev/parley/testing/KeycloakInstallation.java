package dev.parley.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The unpacked Keycloak. It keeps its data in the home that {@code kc.sh} lies in, so each instance
 * has a home of its own with links into this one. The first start builds Keycloak for its options,
 * in {@code lib/quarkus} and so for all; the later ones are the faster for it.
 */
final class KeycloakInstallation {
  private static final List<String> SHARED = List.of("lib", "conf", "providers", "themes");

  private KeycloakInstallation() {}

  private static Path home() {
    return Path.of(System.getProperty("parley.testing.keycloak"));
  }

  /** Makes the folder a home of an instance that imports the realm of the tests. */
  static void linkInto(Path folder) {
    try {
      for (String name : SHARED) {
        Files.createSymbolicLink(folder.resolve(name), home().resolve(name));
      }
      Path script = Files.createDirectories(folder.resolve("bin")).resolve("kc.sh");
      Files.copy(
          home().resolve("bin/kc.sh"), script); // through a link it would find the other home
      copyRealm(Files.createDirectories(folder.resolve("data/import")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyRealm(Path folder) throws IOException {
    String name = "parley-realm.json"; // Keycloak wants the realm's name in it
    try (InputStream realm = KeycloakInstallation.class.getResourceAsStream(name)) {
      Files.copy(realm, folder.resolve(name));
    }
  }
}
