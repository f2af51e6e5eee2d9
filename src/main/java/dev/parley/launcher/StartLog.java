package dev.parley.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * The console. Until Parley is up it holds back what others than Parley have to say: when Parley
 * itself reports why it cannot start, that one line is all there is to read, and not the server's
 * stack traces about the same.
 */
public final class StartLog extends ConsoleHandler {
  private static final int HELD_AT_MOST = 1_000;
  private static final String OURS = "dev.parley";

  private static final Deque<HeldRecord> held = new ArrayDeque<>();
  private static boolean starting = true;
  private static boolean explained;

  private record HeldRecord(StartLog console, LogRecord text) {}

  @Override
  public synchronized void publish(LogRecord text) {
    if (isLoggable(text) && !hold(text)) {
      super.publish(text);
    }
  }

  private boolean hold(LogRecord text) {
    synchronized (held) {
      if (!starting) {
        return false;
      }
      String logger = text.getLoggerName();
      if (logger != null && logger.startsWith(OURS)) {
        explained |= text.getLevel().intValue() >= Level.SEVERE.intValue();
        return false;
      }
      if (held.size() < HELD_AT_MOST) {
        held.add(new HeldRecord(this, text));
      }
      return true;
    }
  }

  /** Parley is up: shows what was held back. */
  static void succeed() {
    release(record -> record.console.print(record.text));
  }

  /** Parley is not up: shows what was held back, unless Parley has said why. */
  static void fail() {
    release(
        record -> {
          if (!explained) {
            record.console.print(record.text);
          }
        });
    if (!explained) {
      System.err.println("Parley did not start.");
    }
  }

  /** The server did not even begin. */
  static void fail(Exception reason) {
    Throwable root = reason;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    fail();
    if (!explained) {
      System.err.println(root);
    }
  }

  private void print(LogRecord text) {
    super.publish(text);
  }

  private static void release(Consumer<HeldRecord> reader) {
    synchronized (held) {
      starting = false;
      held.forEach(reader);
      held.clear();
    }
  }
}
