package dev.parley.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What is reachable in the server's heap, after a full collection and whatever the collector.
 *
 * @param connections sockets that the server still holds
 */
record Alive(long bytes, long connections) {
  private static final String CONNECTION = "dev.parley.realtime.Connection";

  /** Asks a process, which stands still for so long as its heap takes to be walked through. */
  static Alive in(ProcessHandle process) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    return read(new String(asked.getInputStream().readAllBytes(), US_ASCII));
  }

  /** Reads lines with a rank, instances, bytes and a class each, and one with the total. */
  static Alive read(String histogram) {
    long bytes = -1;
    long connections = 0;
    for (String line : histogram.lines().toList()) {
      String[] cells = line.trim().split(" +");
      if ("Total".equals(cells[0])) {
        bytes = Long.parseLong(cells[2]);
      } else if (cells.length > 3 && CONNECTION.equals(cells[3])) {
        connections = Long.parseLong(cells[1]);
      }
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("no histogram: " + histogram);
    }
    return new Alive(bytes, connections);
  }

  long mib() {
    return bytes >> 20;
  }

  @Override
  public String toString() {
    return "%,d MiB alive with %,d connections".formatted(mib(), connections);
  }
}
