package dev.parley.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says in the log which {@code Host} or {@code Origin} was refused: behind a proxy it is most often
 * the configuration that is wrong. One line a minute for each, for anyone may send anything.
 */
public final class RefusedAddresses {
  static final int MAX_LENGTH = 100;

  private static final Logger LOG = System.getLogger(RefusedAddresses.class.getName());
  private static final RateLimit LINES = RateLimit.per(Duration.ofMinutes(1), 1);

  private RefusedAddresses() {}

  /**
   * Logs a refusal, unless one of this header was logged within the last minute.
   *
   * @param header such as {@code Host}
   * @param came its value; cut to {@value #MAX_LENGTH} characters, in ASCII
   * @param expected what would have been let in, and the key that says so
   */
  static void log(String header, @Nullable String came, String expected) {
    if (LINES.tryTake(header)) {
      LOG.log(Level.WARNING, line(header, came, expected));
    }
  }

  /**
   * Logs that an {@code Origin} was refused.
   *
   * @param orElse what else would have been let in, behind the server's own; empty for nothing
   */
  public static void logOrigin(HttpServletRequest request, Settings settings, String orElse) {
    String own =
        settings
            .url()
            .map(url -> Origins.of(url) + " (parley.url)")
            .orElseGet(() -> "that of " + printable(String.valueOf(request.getHeader("Host"))));
    log("Origin", RequestPaths.header(request, "Origin"), own + orElse);
  }

  static String line(String header, @Nullable String came, String expected) {
    String value = came == null ? "none" : "\"" + printable(came) + "\"";
    return "A request was refused for its %s: %s came, expected was %s. (Further ones within a"
            .formatted(header, value, expected)
        + " minute are not logged.)";
  }

  private static String printable(String value) {
    String ascii = value.replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "?");
    return ascii.length() > MAX_LENGTH ? ascii.substring(0, MAX_LENGTH) + "…" : ascii;
  }
}
