package dev.parley.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code If-Match} or {@code If-None-Match} names (RFC 9110, sections 8.8.3 and 13.1).
 *
 * <p>Read generously, for proxies change tags on their way: weak ones stand for strong ones, the
 * suffix of a compression is cut off, and quotes may be absent. A tag here names what is stored and
 * not the bytes of an answer, so nothing is lost by that.
 *
 * @param any whether it is {@code *}
 * @param tags without quotes, as they came and without a suffix
 */
public record EntityTags(boolean any, Set<String> tags) {
  private static final Pattern TAG = Pattern.compile("(?:W/)?(?:\"([^\"]*)\"|([^\",\\s]+))");
  private static final Pattern SUFFIX =
      Pattern.compile("(?:--?|[;:])(?:gzip|br|zstd|deflate)$", Pattern.CASE_INSENSITIVE);

  /**
   * Reads all lines of a field; empty where there is none.
   *
   * @param lines absent or empty for none
   */
  public static Optional<EntityTags> of(@Nullable List<String> lines) {
    return lines == null || lines.isEmpty()
        ? Optional.empty()
        : Optional.of(read(String.join(",", lines)));
  }

  private static EntityTags read(String list) {
    if (list.strip().equals("*")) {
      return new EntityTags(true, Set.of());
    }
    var tags = new HashSet<String>();
    Matcher tag = TAG.matcher(list);
    while (tag.find()) {
      String named = tag.group(1) == null ? tag.group(2) : tag.group(1);
      tags.add(named);
      tags.add(SUFFIX.matcher(named).replaceFirst(""));
    }
    return new EntityTags(false, Set.copyOf(tags));
  }

  /** Whether this very state is named. */
  boolean name(String tag) {
    return any || tags.contains(tag);
  }

  /**
   * Whether one of the tags is of this version: of tags {@code "version.hash"} the first part says
   * which state a change was made for.
   */
  public boolean nameVersion(String version) {
    return nameAny(tag -> tag.startsWith(version + "."));
  }

  /** Whether it is {@code *}, or one of the tags fits. */
  public boolean nameAny(Predicate<String> fits) {
    return any || tags.stream().anyMatch(fits);
  }
}
