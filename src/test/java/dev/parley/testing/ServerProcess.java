package dev.parley.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A process whose output is kept, and of which one line says that it is ready. */
final class ServerProcess {
  private static final long START_SECONDS = 180; // on a busy machine; 10 on a quiet one
  private static final long STOP_SECONDS = 60;

  private final Process process;
  private final ServerLog log;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

  private ServerProcess(Process process, ServerLog log) {
    this.process = process;
    this.log = log;
  }

  /** A command without what the tests themselves are told, which Parley does not know. */
  static ProcessBuilder builder(List<String> command) {
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
    return builder;
  }

  /**
   * Starts it and returns when it is ready.
   *
   * @param log gets the output, line by line
   * @throws ServerFailedException when it ends, or takes too long, before it is ready
   */
  static ServerProcess start(ProcessBuilder builder, ServerLog log, Predicate<String> readyLine) {
    try {
      Process process = builder.redirectErrorStream(true).start();
      Reaper.watch(process.toHandle());
      var server = new ServerProcess(process, log);
      var reader = new Thread(() -> server.read(readyLine), "server-output");
      reader.setDaemon(true);
      reader.start();
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    process.destroy();
    awaitEnd();
  }

  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    awaitEnd();
  }

  /** Sends it a signal by its name, such as {@code STOP}. */
  void signal(String name) {
    if (!Signals.send(name, process.pid())) {
      throw new IllegalStateException("kill -" + name + " failed");
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  private void read(Predicate<String> readyLine) {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        log.add(line);
        if (readyLine.test(line)) {
          ready.complete(true);
        }
      }
    } catch (IOException e) {
      log.add("(the output broke off: " + e.getMessage() + ")");
    }
    ready.complete(false);
  }

  private void awaitReady() {
    try {
      if (ready.get(START_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
      awaitEnd();
      throw new ServerFailedException(process.exitValue(), log.toString());
    } catch (TimeoutException e) {
      kill();
      throw new ServerFailedException(-1, "not ready after " + START_SECONDS + " s\n" + log);
    } catch (InterruptedException | ExecutionException e) {
      kill();
      throw new IllegalStateException(e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("did not stop in " + STOP_SECONDS + " s\n" + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
