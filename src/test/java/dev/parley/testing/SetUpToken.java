package dev.parley.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server prints at its first start for the first administrator. */
public final class SetUpToken {
  private static final Pattern LINE = Pattern.compile("set-up token .*: ([\\w-]{43})");

  private SetUpToken() {}

  /** The token in a log. */
  public static String in(String log) {
    Matcher matcher = LINE.matcher(log);
    if (!matcher.find()) {
      throw new IllegalStateException("no set-up token was printed");
    }
    return matcher.group(1);
  }
}
