package dev.parley.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine that some tests need beside Java. */
public final class InstalledProgram {
  private InstalledProgram() {}

  /**
   * Where it is: what a variable of the environment names, or what the system has. Where there is
   * none the tests that need it are skipped and say so, except where {@code CI=true}.
   */
  public static String find(String name, String variable) {
    Optional<String> found = Optional.ofNullable(System.getenv(variable)).or(() -> installed(name));
    if (found.isEmpty() && !"true".equals(System.getenv("CI"))) {
      Assumptions.abort("No " + name + " here; " + variable + " may name one.");
    }
    return found.orElseThrow(() -> new IllegalStateException("There is no " + name + "."));
  }

  private static Optional<String> installed(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Stream<String> places =
        Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin"));
    return places
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
