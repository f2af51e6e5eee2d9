package dev.parley.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** When one writer's messages were due whose reply has not come. Not thread-safe. */
final class Unanswered {
  private static final byte[] REPLY = Frames.ascii("{\"re\":");
  private static final byte[] STORED = Frames.ascii(",\"ok\":");

  private final Map<Long, Long> due = new HashMap<>(); // by id

  /** A message is sent. */
  void sent(long id, long when) {
    due.put(id, when);
  }

  /**
   * When that was due to which a text is the reply, which is no longer unanswered then.
   *
   * @return empty where it is something else than the reply to a message
   */
  OptionalLong take(byte[] bytes, int from, int to) {
    if (!lies(REPLY, bytes, from, to)) {
      return OptionalLong.empty();
    }
    Long when = due.remove(Mark.read(bytes, from + REPLY.length, Draft.DIGITS));
    return when == null ? OptionalLong.empty() : OptionalLong.of(when);
  }

  /** Whether a reply to a message says that it is stored. */
  static boolean isStored(byte[] bytes, int from, int to) {
    return lies(STORED, bytes, from + REPLY.length + Draft.DIGITS, to);
  }

  private static boolean lies(byte[] part, byte[] bytes, int from, int to) {
    return from + part.length <= to
        && Arrays.equals(bytes, from, from + part.length, part, 0, part.length);
  }
}
