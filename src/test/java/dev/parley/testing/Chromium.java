package dev.parley.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine: what {@code PARLEY_CHROMIUM} names, or what the system has. */
final class Chromium {
  private static final List<String> USUAL_PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  /** The last ones keep it from looking up hosts outside. */
  static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-sync",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-domain-reliability",
          "--disable-default-apps",
          "--disable-features=OptimizationHints,MediaRouter,Translate",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

  private Chromium() {}

  static Optional<Path> find() {
    String named = System.getenv("PARLEY_CHROMIUM");
    return (named == null ? USUAL_PLACES.stream() : Stream.of(named))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static boolean isMissingOnPurpose() {
    return find().isEmpty() && !"true".equals(System.getenv("CI"));
  }
}
