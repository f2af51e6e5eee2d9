package dev.parley.container;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** {@code parley.war} as the build made it, with what a test inside it needs. */
final class BuiltWar {
  private BuiltWar() {}

  static WebArchive with(Class<?>... classes) {
    Path war = Path.of(System.getProperty("parley.testing.build"), "parley.war");
    return ShrinkWrap.createFromZipFile(WebArchive.class, war.toFile())
        .addClasses(classes)
        .addAsLibraries(jarOf(Assertions.class));
  }

  private static File jarOf(Class<?> library) {
    try {
      return new File(library.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
