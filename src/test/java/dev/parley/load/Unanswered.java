package dev.parley.load;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * When one writer's messages were due whose reply has not come: as many as the server takes from a
 * socket at once, whatever the rate. Not thread-safe.
 */
final class Unanswered {
  private static final byte[] REPLY = Frames.ascii("{\"re\":");
  private static final byte[] STORED = Frames.ascii(",\"ok\":");

  /** Requests in flight on a socket, as the protocol bounds them. */
  static final int MOST = 32;

  private final long[] ids = new long[MOST]; // 0: none
  private final long[] due = new long[MOST];

  /** Whether another one may be sent. */
  boolean hasRoom() {
    return placeOf(0) >= 0;
  }

  /** A message is sent; there has to be room. */
  void sent(long id, long when) {
    int place = placeOf(0);
    ids[place] = id;
    due[place] = when;
  }

  /** Nothing more is to come, for the connection is another one. */
  void forget() {
    Arrays.fill(ids, 0);
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
    int place = placeOf(Mark.read(bytes, from + REPLY.length, Draft.DIGITS));
    if (place < 0) {
      return OptionalLong.empty();
    }
    ids[place] = 0;
    return OptionalLong.of(due[place]);
  }

  private int placeOf(long id) {
    for (int i = 0; i < MOST; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
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
