package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server makes at its first start for the first administrator. */
public final class SetUpToken {
  private static final Pattern LINE = Pattern.compile("set-up token .* is in (\\S+)");

  private SetUpToken() {}

  /** The token in the file that a log names. */
  public static String in(String log) {
    try {
      return Files.readString(file(log)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that a log names. */
  static Path file(String log) {
    Matcher matcher = LINE.matcher(log);
    if (!matcher.find()) {
      throw new IllegalStateException("no set-up token was made");
    }
    return Path.of(matcher.group(1));
  }
}
