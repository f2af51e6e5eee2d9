package dev.parley.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list that is ordered by id.
 *
 * @param after the page begins behind this id
 * @param limit items at most, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(long after, int limit) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;

  /** The cursor of the first page. */
  public static final String FIRST = encode(0);

  /**
   * Reads a page from query parameters.
   *
   * @param cursor the {@code next} of the page before; absent for the first page
   * @throws InvalidInputException if a parameter is not one that was handed out, or out of bounds
   */
  public static PageRequest of(@Nullable String cursor, @Nullable String limit) {
    return new PageRequest(cursor == null ? 0 : decode(cursor), limit(limit, DEFAULT_LIMIT));
  }

  /**
   * Reads a {@code limit}; larger ones than {@value #MAX_LIMIT} are cut to that.
   *
   * @throws InvalidInputException if it is not a whole number from 1
   */
  public static int limit(@Nullable String limit, int normal) {
    if (limit == null) {
      return normal;
    }
    if (!limit.matches("0*[1-9][0-9]*")) {
      throw new InvalidInputException(
          "limit", "range", "must be a whole number from 1 to " + MAX_LIMIT);
    }
    return limit.length() > 9 ? MAX_LIMIT : Math.min(Integer.parseInt(limit), MAX_LIMIT);
  }

  /** One more than the limit: the one beyond tells that there is a next page. */
  public int fetch() {
    return limit + 1;
  }

  /** Cuts what was fetched to this page. */
  public <T> List<T> cut(List<T> fetched) {
    return List.copyOf(fetched.subList(0, Math.min(limit, fetched.size())));
  }

  /** The cursor of the next page, or null where this is the last. */
  public <T> @Nullable String next(List<T> fetched, ToLongFunction<T> id) {
    return fetched.size() > limit ? encode(id.applyAsLong(fetched.get(limit - 1))) : null;
  }

  private static String encode(long id) {
    byte[] text = ("after:" + id).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static long decode(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (text.matches("after:[0-9]{1,18}")) {
        return Long.parseLong(text.substring("after:".length()));
      }
    } catch (IllegalArgumentException e) {
      // not base64url: refused below like any other that was not handed out
    }
    throw new InvalidInputException("cursor", "unknown", "is not one that was handed out here");
  }
}
