package dev.parley.room;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entity tag of a room: {@code "head.log.read"}. A reader compares all of it, a writer of the
 * head its first part only, so that a message does not stand in the way of a new name.
 */
public final class RoomTag {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\\.[0-9.]*\"");
  private static final long NEVER = -1;

  private RoomTag() {}

  /** The tag of a room as someone sees it, without the quotes. */
  public static String of(RoomView room, long metaRev) {
    return metaRev + "." + room.lastRev() + "." + (room.readSeq() == null ? 0 : room.readSeq());
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
