package dev.parley.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Whether the bus is there. Says so in the log, once each time, and that hints may have been missed
 * when it came. Thread-safe.
 */
final class Reachability {
  private static final Logger LOG = System.getLogger(Reachability.class.getName());

  private final String name;
  private final Runnable missed;
  private boolean up;
  private boolean away;

  /**
   * A bus that is not there yet.
   *
   * @param name what an operator calls it
   * @param missed run each time it has come
   */
  Reachability(String name, Runnable missed) {
    this.name = name;
    this.missed = missed;
  }

  synchronized boolean isUp() {
    return up;
  }

  /** It is not there. */
  synchronized void lost(String why) {
    up = false;
    if (!away) {
      away = true;
      LOG.log(
          Level.WARNING,
          "The bus of the nodes, "
              + name
              + ", is away: "
              + why
              + ". Until it is back, what happens on other nodes is found by asking the database.");
    }
  }

  /** It is there, and listens for all that it should. */
  void found() {
    if (isNews()) {
      missed.run();
    }
  }

  private synchronized boolean isNews() {
    if (up) {
      return false;
    }
    LOG.log(Level.INFO, "The bus of the nodes, " + name + (away ? ", is back." : ", is there."));
    up = true;
    away = false;
    return true;
  }
}
