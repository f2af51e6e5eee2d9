package dev.parley.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Runs {@code parley.jar} as a child of the build and gives the terminal back only when it has
 * ended: Ctrl-C reaches both, and without this the build would be gone first.
 */
public final class Foreground {
  private Foreground() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.addAll(List.of(args));
    Process server = new ProcessBuilder(command).inheritIO().start();
    var stopping = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(server, stopping), "parley-foreground"));
    int exit = server.waitFor();
    if (stopping.getCount() > 0) {
      System.exit(exit);
    }
    Thread.currentThread().join(); // until the build itself is gone: it has nothing more to say
  }

  private static void stop(Process server, CountDownLatch stopping) {
    stopping.countDown();
    server.destroy(); // where the signal went to the build alone
    try {
      server.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
