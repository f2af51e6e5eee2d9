package dev.parley.room;

import dev.parley.platform.Json;
import dev.parley.platform.Secrets;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entity tag of a room: {@code "head.hash"}. A reader compares all of it, a writer of the head
 * its first part only, so that a message does not stand in the way of a new name.
 */
public final class RoomTag {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\\.[A-Za-z0-9_-]*\"");
  private static final long NEVER = -1;

  private RoomTag() {}

  /**
   * The tag of an answer, without the quotes.
   *
   * @param metaRev the rev of the head, read no later than the answer
   * @param answer all that is told of the room: people's names change without a rev
   */
  public static String of(long metaRev, Object answer) {
    return metaRev + "." + Secrets.hash(Json.write(answer));
  }

  /** The head's rev that an {@code If-Match} asks for; empty for any. */
  static OptionalLong expectedHead(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return OptionalLong.empty();
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    return OptionalLong.of(tag.matches() ? Long.parseLong(tag.group(1)) : NEVER);
  }
}
