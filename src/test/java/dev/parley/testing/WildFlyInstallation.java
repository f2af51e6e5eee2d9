package dev.parley.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The unpacked WildFly, given Derby and a data source once. */
final class WildFlyInstallation {
  private static final String DERBY_MODULE = "modules/org/apache/derby";

  private WildFlyInstallation() {}

  static Path home() {
    return Path.of(System.getProperty("parley.testing.wildfly"));
  }

  static synchronized void prepare() {
    try {
      if (!Files.exists(home().resolve(DERBY_MODULE))) {
        Path script = Files.writeString(home().resolve("parley.cli"), script());
        run(List.of(home().resolve("bin/jboss-cli.sh").toString(), "--file=" + script));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copyConfiguration(Path baseFolder) throws IOException {
    Path from = home().resolve("standalone/configuration");
    Path to = Files.createDirectories(baseFolder.resolve("configuration"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** What {@code operations.md} tells an operator to do, with Derby in the place of PostgreSQL. */
  private static String script() throws IOException {
    try (InputStream template =
        WildFlyInstallation.class.getResourceAsStream("wildfly-derby.cli")) {
      return new String(template.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@DERBY_JARS@", System.getProperty("parley.testing.derby"));
    }
  }

  private static void run(List<String> command) throws IOException {
    File output = Files.createTempFile(WorkFolder.build(), "jboss-cli", ".log").toFile();
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
      builder.environment().put("JAVA_OPTS", "-Xmx256m");
      int exit = builder.start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException(Files.readString(output.toPath()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
