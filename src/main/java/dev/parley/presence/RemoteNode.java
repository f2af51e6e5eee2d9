package dev.parley.presence;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What another node has told of who is connected to it. Not thread-safe. */
final class RemoteNode {
  /** Milliseconds of silence after which a node's people are not here any more. */
  static final long LOST_AFTER = 15_000;

  /** Milliseconds of silence after which nobody expects the node back. */
  static final long DEAD_AFTER = 60_000;

  private final Set<Long> here = new HashSet<>();
  private long rev = -1;
  private long heardAt;

  /** Whether it has told something since it was heard last. */
  boolean isBehind(long newRev) {
    return newRev != rev;
  }

  long rev() {
    return rev;
  }

  /** Notes what it told up to a rev. */
  void hear(long newRev, Map<Long, Boolean> changes, long now) {
    changes.forEach(
        (userId, isHere) -> {
          if (isHere) {
            here.add(userId);
          } else {
            here.remove(userId);
          }
        });
    rev = newRev;
    heardAt = now;
  }

  /** Those who are connected to it; nobody after a silence. */
  Set<Long> here(long now) {
    return now - heardAt > LOST_AFTER ? Set.of() : here;
  }

  boolean isDead(long now) {
    return now - heardAt > DEAD_AFTER;
  }
}
