package dev.parley.cluster;

/**
 * Something that may have changed on a node, told to the others. It carries no truth: whoever hears
 * it asks the database. Hints may be lost, come twice, late and in any order.
 */
public sealed interface Hint {
  /** A room stands at this rev. */
  record Room(long roomId, long rev) implements Hint {}

  /** What is someone's own (sessions, role, list of rooms) stands at this rev. */
  record Person(long userId, long rev) implements Hint {}

  /** Someone has another name: it is to be read anew. */
  record Renamed(long userId) implements Hint {}

  /** Someone's read marker in a room moved to this message. */
  record Read(long roomId, long userId, long seq) implements Hint {}

  /** Someone is typing in a room. It is of the moment: what comes late is of no use. */
  record Typing(long roomId, long userId) implements Hint {}
}
