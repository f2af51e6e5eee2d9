package dev.parley.load;

import java.util.Optional;
import java.util.function.DoubleFunction;

/** Looks for the highest rate that is good: in steps, then in between. */
final class Search {
  private static final double STEP = 1.5;
  private static final int HALVINGS = 2;
  private static final int LOWERED = 4;

  private final DoubleFunction<Measured> measure;

  /**
   * A search.
   *
   * @param measure measures a rate in messages a second
   */
  Search(DoubleFunction<Measured> measure) {
    this.measure = measure;
  }

  /**
   * The highest good rate; where the first is too much, it is looked for below.
   *
   * @param first messages a second
   * @return empty if a sixteenth of the first is too much
   */
  Optional<Measured> highest(double first) {
    Optional<Measured> found = good(first);
    return found.isPresent() ? found.map(this::upwards) : downwards(first);
  }

  private Measured upwards(Measured first) {
    Measured best = first;
    double next = first.rate() * STEP;
    for (var found = good(next); found.isPresent(); found = good(next)) {
      best = found.get();
      next = best.rate() * STEP;
    }
    return between(best, next);
  }

  private Optional<Measured> downwards(double first) {
    double bad = first;
    Optional<Measured> found = Optional.empty();
    for (int i = 0; i < LOWERED && found.isEmpty(); i++) {
      found = good(bad / 2);
      bad = found.isPresent() ? bad : bad / 2;
    }
    double tooMuch = bad;
    return found.map(good -> between(good, tooMuch));
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
