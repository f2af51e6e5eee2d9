package dev.parley.cluster;

import dev.parley.cluster.ChaoticNetwork.Chaos;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract holds for the bus that other tests wire nodes with. */
class InThisJvmTest extends BusContract {
  private final ChaoticNetwork network = new ChaoticNetwork(1, Chaos.NONE);
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  @BeforeEach
  @SuppressWarnings("FutureReturnValueIgnored") // a step that fails is seen as nothing that arrives
  void run() {
    clock.scheduleAtFixedRate(network::step, 0, 1, TimeUnit.MILLISECONDS);
  }

  @AfterEach
  void stop() {
    clock.shutdownNow();
  }

  @Override
  ClusterBus bus(HintText text, ThreadFactory threads) {
    return network.bus(text);
  }

  @Override
  void kill() {
    network.cutAll(true);
  }

  @Override
  void start() {
    network.cutAll(false);
  }

  @Override
  void hang() {
    kill();
  }

  @Override
  void goOn() {
    start();
  }

  @Override
  void say(String text) {
    network.say(text);
  }

  @Override
  int connections() {
    return network.size();
  }
}
