package dev.parley.cluster;

import java.util.List;
import java.util.function.Consumer;

/**
 * A way in which nodes tell each other. It may lose, double and reorder. It is away at times, and
 * comes back by itself. Thread-safe.
 */
interface ClusterBus extends AutoCloseable {
  /**
   * Begins to hear, on threads of its own. That the bus is away does not fail it.
   *
   * @param heard is given each hint of another node, and returns at once
   * @param missed is run when hints may have been lost: after the bus has come, and come back
   */
  void open(Consumer<Hint> heard, Runnable missed);

  /** Sends hints, or drops them where the bus is away; may wait for some seconds. */
  void send(List<Hint> hints);

  /** What is of this room is heard from now on. Never waits; once is enough. */
  void follow(long roomId);

  /** What is of this room need not be heard any more. Never waits. */
  void leave(long roomId);

  /** Whether hints come and go, as far as is known. */
  boolean isUp();

  /** Whether there may be another node. */
  boolean hasOthers();

  /** Ends its threads and connections. */
  @Override
  void close();
}
