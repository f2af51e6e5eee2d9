package dev.parley.realtime;

/**
 * Something that a client did or met with, or that was broken under it. Nodes are called by their
 * addresses.
 */
sealed interface Event {
  /** When, in monotonic nanoseconds since the history began. */
  long at();

  /** A client begins to send a message, maybe once more. */
  record Begun(long at, String client, String node, long room, String cid) implements Event {}

  /** A message is said to be stored. */
  record Acknowledged(long at, String client, String node, long room, String cid, long seq)
      implements Event {}

  /**
   * A message was refused, or not answered: what came of it is unknown. Without a {@code cid} it
   * was not even greeted, and without a {@code node} not let in.
   */
  record Failed(long at, String client, String node, String cid, String why) implements Event {}

  /** A client has no connection any more. */
  record Lost(long at, String client, String node) implements Event {}

  /** A client is greeted, for the first time or again. */
  record Back(long at, String client, String node) implements Event {}

  /** A node sends a client away for so many ms. */
  record Bye(long at, String client, String node, long retryAfterMs) implements Event {}

  /** Something was broken or mended; {@code node} is empty where it is not one of them. */
  record Done(long at, Act act, String node) implements Event {}

  /** What is done to nodes, bus and database. */
  enum Act {
    KILLED,
    PAUSED,
    GONE_ON,
    TOLD_TO_STOP,
    STOPPED,
    STARTED,
    BUS_CUT,
    BUS_MENDED,
    DATABASE_STOPPED,
    DATABASE_STARTED
  }

  /** A time as people read it, such as {@code 12.345 s}. */
  static String time(long at) {
    return "%d.%03d s".formatted(at / 1_000_000_000, at / 1_000_000 % 1_000);
  }
}
