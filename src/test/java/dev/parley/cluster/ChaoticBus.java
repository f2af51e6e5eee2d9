package dev.parley.cluster;

import java.util.List;
import java.util.function.Consumer;

/** One node's end of a {@link ChaoticNetwork}. It writes and reads texts as the real ones do. */
final class ChaoticBus implements ClusterBus {
  private final ChaoticNetwork network;
  private final HintText text;
  private Consumer<Hint> heard = hint -> {};
  private Runnable missed = () -> {};

  ChaoticBus(ChaoticNetwork network, HintText text) {
    this.network = network;
    this.text = text;
  }

  @Override
  public void open(Consumer<Hint> hears, Runnable mayHaveMissed) {
    heard = hears;
    missed = mayHaveMissed;
    network.join(this);
  }

  @Override
  public void send(List<Hint> hints) {
    text.write(hints).forEach(some -> network.send(this, some));
  }

  @Override
  public void follow(long roomId) {
    // every room is heard
  }

  @Override
  public void leave(long roomId) {
    // every room is heard
  }

  @Override
  public boolean isUp() {
    return network.reaches(this);
  }

  @Override
  public boolean hasOthers() {
    return true;
  }

  @Override
  public void close() {
    network.part(this);
  }

  void receive(String some) {
    text.read(some).forEach(heard);
  }

  void comeBack() {
    missed.run();
  }
}
