package dev.parley.cluster;

import java.util.List;
import java.util.function.Consumer;

/** The bus of a node that is alone: there is nobody to tell. */
final class LocalBus implements ClusterBus {
  @Override
  public void open(Consumer<Hint> heard, Runnable missed) {
    // nobody is heard
  }

  @Override
  public void send(List<Hint> hints) {
    // nobody hears
  }

  @Override
  public void follow(long roomId) {
    // nothing comes
  }

  @Override
  public void leave(long roomId) {
    // nothing came
  }

  @Override
  public boolean isUp() {
    return true;
  }

  @Override
  public boolean hasOthers() {
    return false;
  }

  @Override
  public void close() {
    // nothing was opened
  }
}
