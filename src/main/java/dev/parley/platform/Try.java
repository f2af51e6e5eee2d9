package dev.parley.platform;

/**
 * One try under a {@link TryLimit}: given back when it is closed, unless it was spent. For one
 * thread.
 */
public final class Try implements AutoCloseable {
  private final Runnable spend;
  private final Runnable giveBack;
  private boolean over;

  Try(Runnable spend, Runnable giveBack) {
    this.spend = spend;
    this.giveBack = giveBack;
  }

  /** Lets it count. */
  public void spend() {
    end(spend);
  }

  @Override
  public void close() {
    end(giveBack);
  }

  private void end(Runnable how) {
    if (!over) {
      over = true;
      how.run();
    }
  }
}
