package dev.parley.launcher;

import java.net.BindException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The console: what Parley says, and warnings and errors of everyone else.
 *
 * <p>Until Parley is up it holds back what others say. When the start fails and the reason is
 * known, that one line is all there is to read, and not the server's stack traces about the same.
 */
public final class StartLog extends ConsoleHandler {
  private static final int HELD_AT_MOST = 1_000;
  private static final String OURS = "dev.parley";

  /** Also as others quote it in their messages: CDI hands on no cause. */
  private static final Pattern OUR_EXCEPTION = Pattern.compile("dev\\.parley\\.\\S+: (.+)");

  private static final Deque<LogRecord> held = new ArrayDeque<>();
  private static @Nullable StartLog console;
  private static boolean starting = true;
  private static boolean errors;
  private static boolean explained;

  @Override
  public synchronized void publish(LogRecord text) {
    if (isWorthReading(text) && !hold(text)) {
      super.publish(text);
    }
  }

  private boolean hold(LogRecord text) {
    synchronized (held) {
      if (!starting) {
        return false;
      }
      console = this;
      errors |= isAtLeast(Level.SEVERE, text);
      if (isOurs(text)) {
        explained |= isAtLeast(Level.SEVERE, text);
        return false;
      }
      if (held.size() < HELD_AT_MOST) {
        held.add(text);
      }
      return true;
    }
  }

  /** Whether anyone reported an error so far: half a server is worse than none. */
  static boolean hasErrors() {
    synchronized (held) {
      return errors;
    }
  }

  /** Parley is up: shows what was held back. */
  static void succeed() {
    release();
  }

  /**
   * Parley is not up: shows what was held back, unless the reason is known.
   *
   * @param failure what ended the start, where something did
   */
  static void fail(@Nullable Throwable failure) {
    synchronized (held) {
      if (!explained) {
        reason(failure).ifPresent(StartLog::explain);
      }
      if (explained) {
        held.clear();
      } else {
        System.err.println("Parley does not start:");
      }
    }
    release();
  }

  private static void explain(String reason) {
    System.err.println(reason);
    explained = true;
  }

  /** What the failure tells, and the exceptions that the server has logged. */
  private static Optional<String> reason(@Nullable Throwable failure) {
    Stream<Throwable> logged = held.stream().flatMap(text -> causes(text.getThrown()));
    return Stream.concat(causes(failure), logged)
        .flatMap(cause -> reasonIn(cause).stream())
        .findFirst();
  }

  private static Optional<String> reasonIn(Throwable cause) {
    if (cause instanceof BindException) {
      return Optional.of("Parley does not start: the port is in use, choose another by --port.");
    }
    return Optional.of(OUR_EXCEPTION.matcher(cause.toString()))
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  private static Stream<Throwable> causes(@Nullable Throwable thrown) {
    return thrown == null
        ? Stream.empty()
        : Stream.concat(Stream.of(thrown), causes(thrown.getCause()));
  }

  private static void release() {
    synchronized (held) {
      starting = false;
      StartLog to = console;
      if (to != null) {
        held.forEach(to::publish);
      }
      held.clear();
    }
  }

  private static boolean isWorthReading(LogRecord text) {
    return isOurs(text) || (isAtLeast(Level.WARNING, text) && !KnownNoise.covers(text));
  }

  private static boolean isOurs(LogRecord text) {
    return text.getLoggerName() != null && text.getLoggerName().startsWith(OURS);
  }

  private static boolean isAtLeast(Level level, LogRecord text) {
    return text.getLevel().intValue() >= level.intValue();
  }
}
