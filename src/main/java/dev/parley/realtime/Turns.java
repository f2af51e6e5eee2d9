package dev.parley.realtime;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;

/**
 * Which rooms a look asks for: a quarter of them, each in its turn, or all. Asking for all may be
 * told by any thread; the looks are one thread's.
 */
final class Turns {
  private static final int COUNT = 4; // looks until all have had theirs

  private final AtomicBoolean allIsDue = new AtomicBoolean();
  private int turn;

  /** The next look asks for all. */
  void askForAll() {
    allIsDue.set(true);
  }

  /** Begins a look, and tells of a room's id whether it is asked for. */
  LongPredicate next() {
    boolean all = allIsDue.getAndSet(false);
    turn = (turn + 1) % COUNT;
    int now = turn;
    return id -> all || id % COUNT == now;
  }
}
