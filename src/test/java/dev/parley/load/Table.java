package dev.parley.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found, as a table in Markdown. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table() {
    lines.add("| what | found | p50 ms | p99 ms | CPU %: server, generator, others |");
    lines.add("| --- | ---: | ---: | ---: | --- |");
  }

  /** A rate; or, where not all was heard, that it was too much. */
  void add(String what, Measured found) {
    String rate = found.isWhole() ? rate(found) : "too much";
    row(what, rate, ms(found.p50()), ms(found.p99()), cpu(found.usage()));
  }

  void add(String what, Optional<Measured> found) {
    found.ifPresentOrElse(best -> add(what, best), () -> add(what, "none"));
  }

  void add(String what, HttpLoad.Result found) {
    String rate = "%,.0f/s".formatted(found.perSecond());
    row(what, rate, ms(found.p50()), ms(found.p99()), cpu(found.usage()));
  }

  void add(String what, String found) {
    row(what, found, "", "", "");
  }

  /** Prints it and writes it to a file. */
  void publish(Path file) throws IOException {
    lines.forEach(System.out::println);
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  private void row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  private static String rate(Measured found) {
    return "%,.0f messages/s = %,.0f deliveries/s".formatted(found.rate(), found.deliveries());
  }

  private static String ms(double millis) {
    return "%.1f".formatted(millis);
  }

  private static String cpu(Usage usage) {
    return usage.server() + ", " + usage.generator() + ", " + usage.others();
  }
}
