package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code java -jar target/parley.jar} for a task that ends by itself. */
public final class Tool {
  /**
   * What came of it.
   *
   * @param output standard output and standard error
   */
  public record Result(int exitCode, String output) {}

  private Tool() {}

  /** Runs it to its end. */
  public static Result run(Map<String, String> environment, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", WorkFolder.build().resolve("parley.jar").toString()));
    command.addAll(List.of(arguments));
    try {
      var builder = ServerProcess.builder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
