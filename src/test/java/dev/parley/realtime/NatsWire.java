package dev.parley.realtime;

import dev.parley.cluster.NatsServer;
import dev.parley.testing.ServerOptions;

/** A bus by way of a real NATS server, which is killed. */
final class NatsWire implements Bus {
  private final NatsServer server = NatsServer.start();

  @Override
  public ServerOptions with(ServerOptions options) {
    return options.with("parley.cluster", "nats").with("parley.nats.url", server.url());
  }

  @Override
  public void cut() {
    server.kill();
  }

  @Override
  public void mend() {
    server.startAgain();
  }

  @Override
  public void close() {
    server.close();
  }
}
