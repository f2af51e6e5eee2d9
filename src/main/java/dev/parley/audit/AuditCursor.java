package dev.parley.audit;

import dev.parley.platform.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the trail, which is ordered by time: several nodes hand out ids of their own ranges.
 */
public record AuditCursor(Instant at, long id) {
  private static final Pattern FORMAT = Pattern.compile("audit:(\\d{1,15}):(\\d{1,18})");

  /**
   * Reads a cursor.
   *
   * @throws InvalidInputException if it was not handed out here
   */
  public static AuditCursor parse(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      Matcher parts = FORMAT.matcher(new String(bytes, StandardCharsets.US_ASCII));
      if (parts.matches()) {
        var at = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
        return new AuditCursor(at, Long.parseLong(parts.group(2)));
      }
    } catch (IllegalArgumentException e) {
      // not base64url: refused below like any other that was not handed out
    }
    throw new InvalidInputException("cursor", "unknown", "is not one that was handed out here");
  }

  /** The cursor as it stands in an address. */
  public String text() {
    byte[] bytes = ("audit:" + at.toEpochMilli() + ":" + id).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
