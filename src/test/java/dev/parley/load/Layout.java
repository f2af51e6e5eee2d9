package dev.parley.load;

import java.util.Locale;

/**
 * How many nodes there are, and how they tell each other.
 *
 * @param nodes from 1
 */
record Layout(Bus bus, int nodes) {
  /** Values of {@code parley.cluster}. */
  enum Bus {
    LOCAL,
    POSTGRESQL,
    NATS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return "%s, %d %s".formatted(bus, nodes, nodes == 1 ? "node" : "nodes");
  }
}
