package dev.parley.platform;

/** What readiness shows of the bus between the nodes. It does not fail for it. */
public interface BusHealth {
  /** How the bus is. */
  enum State {
    /** Hints come and go. */
    UP,
    /** It is away: changes made on other nodes are found by asking the database. */
    DOWN,
    /** There is none, and no other node. */
    NONE
  }

  /** How it is right now; never waits. Thread-safe. */
  State bus();
}
