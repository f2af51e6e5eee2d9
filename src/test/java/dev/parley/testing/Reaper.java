package dev.parley.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ends what the tests have started when the tests have ended, however they did: also by {@code kill
 * -9}, after which no shutdown hook runs.
 *
 * <p>It is a process of its own that is told of all others over its standard input. That ends with
 * the tests' process. Signals that the terminal sends to all of them make it wait for that too.
 */
public final class Reaper {
  private static PrintStream told;

  /** When each process began, by its id: an id may be given again. */
  private final Map<Long, Instant> processes = new LinkedHashMap<>();

  private Reaper() {}

  /** From now on this process does not outlive the tests. */
  public static synchronized void watch(ProcessHandle process) {
    if (told == null) {
      told = start();
    }
    told.println(process.pid() + " " + begin(process));
  }

  private static PrintStream start() {
    try {
      Process reaper =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx16m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  classes(),
                  Reaper.class.getName())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return new PrintStream(reaper.getOutputStream(), true, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classes() {
    String path = Reaper.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return Path.of(path).toString();
  }

  /** The process itself. */
  public static void main(String[] args) {
    var reaper = new Reaper();
    var end = new Thread(reaper::awaitTheEnd, "reaper");
    end.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> join(end), "reaper-interrupted"));
  }

  private void awaitTheEnd() {
    try (var lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        processes.put(Long.valueOf(words[0]), Instant.parse(words[1]));
      }
    } catch (IOException e) {
      // no more is to come of it: the end, too
    }
    processes.forEach(Reaper::end);
  }

  private static void end(long pid, Instant begin) {
    ProcessHandle.of(pid)
        .filter(process -> begin(process).equals(begin))
        .ifPresent(
            process -> {
              var family = process.descendants().toList();
              process.destroyForcibly();
              family.forEach(ProcessHandle::destroyForcibly);
            });
  }

  private static Instant begin(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
