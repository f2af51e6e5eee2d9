package dev.parley.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line for each record: time, level, logger, message; a stack trace, where there is one, below
 * it.
 */
public final class LogLine extends Formatter {
  private static final int LONGEST = 8_192; // UTF-16 units of one message
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());

  @Override
  public String format(LogRecord text) {
    return TIME.format(text.getInstant())
        + ' '
        + text.getLevel().getName()
        + ' '
        + text.getLoggerName()
        + ": "
        + escape(formatMessage(text))
        + System.lineSeparator()
        + stackTrace(text.getThrown());
  }

  /** Keeps whoever wrote a part of the message from forging lines or steering the terminal. */
  private static String escape(String message) {
    var line = new StringBuilder();
    message
        .codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                line.append(String.format("\\u%04x", c));
              } else {
                line.appendCodePoint(c);
              }
            });
    return message.length() > LONGEST ? line + "…" : line.toString();
  }

  private static String stackTrace(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
