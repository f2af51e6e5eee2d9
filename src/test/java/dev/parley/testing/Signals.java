package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Signals to processes that a test has started. */
public final class Signals {
  private Signals() {}

  /** Sends one, such as STOP, to each; tells whether all of them were there. */
  public static boolean send(String name, long... pids) {
    var command = new ArrayList<>(List.of("kill", "-" + name));
    for (long pid : pids) {
      command.add(Long.toString(pid));
    }
    try {
      return new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
