package dev.parley.load;

/**
 * What came of a rate.
 *
 * @param rate messages a second
 * @param receivers of each message
 * @param p50 ms from when a message was due until it was heard
 * @param lost deliveries that did not come within {@link Crowd#DRAIN_SECONDS}
 * @param late deliveries that came after a later one of the same writer
 * @param disordered members who heard their room in another order than the others
 * @param closed sockets that the server closed
 */
record Measured(
    double rate,
    int receivers,
    double p50,
    double p99,
    long lost,
    long doubled,
    long late,
    long disordered,
    long closed,
    Usage usage) {
  static final double BEARABLE_MS = 250;

  double deliveries() {
    return rate * receivers;
  }

  /** Whether what was heard was heard once and in the right order. */
  boolean isInOrder() {
    return doubled + late == 0 && (lost > 0 || disordered == 0);
  }

  boolean isWhole() {
    return isInOrder() && lost + closed == 0;
  }

  boolean isGood() {
    return isWhole() && p99 < BEARABLE_MS;
  }

  @Override
  public String toString() {
    return "%,9.0f messages/s, %,11.0f deliveries/s, p50 %6.1f ms, p99 %7.1f ms, %s%s"
        .formatted(rate, deliveries(), p50, p99, usage, isWhole() ? "" : ", " + faults());
  }

  private String faults() {
    return "%d lost, %d doubled, %d late, %d disordered, %d closed"
        .formatted(lost, doubled, late, disordered, closed);
  }
}
