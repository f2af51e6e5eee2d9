package dev.parley.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found, as a table in Markdown. */
final class Table {
  private static final Table OF_THIS_RUN = new Table();

  private final List<String> lines = new ArrayList<>();

  private Table() {
    lines.add("| what | found | p50 ms | p99 ms | CPU %: server, generator, others |");
    lines.add("| --- | ---: | ---: | ---: | --- |");
  }

  /** The one that all scenarios of a run add to. */
  static Table ofThisRun() {
    return OF_THIS_RUN;
  }

  /** A rate; or, where not all was heard, that it was too much. */
  void add(String what, Measured found) {
    row(what, rate(found), ms(found.p50()), ms(found.p99()), cpu(found.usage()));
  }

  /** Some times of those that were found at a rate. */
  void add(String what, Measured found, Latencies times, String cpu) {
    row(what, rate(found), ms(times.millis(0.5)), ms(times.millis(0.99)), cpu);
  }

  void add(String what, Optional<Measured> found) {
    found.ifPresentOrElse(best -> add(what, best), () -> add(what, "none"));
  }

  void add(String what, HttpLoad.Result found) {
    String rate = "%,.0f/s".formatted(found.perSecond());
    row(what, rate, ms(found.p50()), ms(found.p99()), cpu(found.usage()));
  }

  void add(String what, String found) {
    add(what, found, "");
  }

  void add(String what, String found, String cpu) {
    row(what, found, "", "", cpu);
  }

  /** Prints it and writes it to {@code load.md} in the build's folder. */
  void publish() throws IOException {
    Path file = Path.of(System.getProperty("parley.testing.build", "target"), "load.md");
    lines.forEach(System.out::println);
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  private void row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  private static String rate(Measured found) {
    if (!found.isWhole()) {
      return "too much";
    }
    return "%,.0f messages/s = %,.0f deliveries/s".formatted(found.rate(), found.deliveries());
  }

  private static String ms(double millis) {
    return "%.1f".formatted(millis);
  }

  private static String cpu(Usage usage) {
    return usage.server() + ", " + usage.generator() + ", " + usage.others();
  }
}
