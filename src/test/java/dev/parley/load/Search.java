package dev.parley.load;

import java.util.Optional;
import java.util.function.DoubleFunction;

/** Looks for the highest rate that is good: upwards in steps, then in between. */
final class Search {
  private static final double STEP = 1.5;
  private static final int HALVINGS = 2;

  private final DoubleFunction<Measured> measure;

  /**
   * A search.
   *
   * @param measure measures a rate in messages a second
   */
  Search(DoubleFunction<Measured> measure) {
    this.measure = measure;
  }

  /** The highest good rate from {@code first} on; empty if that is too much already. */
  Optional<Measured> highest(double first) {
    Optional<Measured> best = Optional.empty();
    double rate = first;
    for (var next = good(rate); next.isPresent(); next = good(rate)) {
      best = next;
      rate *= STEP;
    }
    double bad = rate;
    return best.map(good -> between(good, bad));
  }

  private Measured between(Measured good, double bad) {
    Measured best = good;
    double tooMuch = bad;
    for (int i = 0; i < HALVINGS; i++) {
      double rate = Math.sqrt(best.rate() * tooMuch);
      Optional<Measured> found = good(rate);
      best = found.orElse(best);
      tooMuch = found.isPresent() ? tooMuch : rate;
    }
    return best;
  }

  /** Empty if it is not good, nor when tried again: somebody else may have been at work. */
  private Optional<Measured> good(double rate) {
    Measured first = measure.apply(rate);
    Measured last = first.isGood() ? first : measure.apply(rate);
    return Optional.of(last).filter(Measured::isGood);
  }
}
