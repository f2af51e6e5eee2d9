package dev.parley.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two nodes that look like one server: what a test asks over HTTP goes to one of them, and its
 * sockets are opened at one and the other in turn, so that two who talk are at two nodes.
 */
final class TwoNodes implements ParleyServer {
  private final Nodes nodes;
  private final AtomicInteger opened = new AtomicInteger();

  private TwoNodes(Nodes nodes) {
    this.nodes = nodes;
  }

  static ParleyServer start(ServerOptions options) {
    return new TwoNodes(Nodes.start(2, PostgresServer.shared(), options));
  }

  private ParleyServer http() {
    return nodes.get(0);
  }

  @Override
  public URI address() {
    return http().address();
  }

  @Override
  public URI sockets() {
    return nodes.get(opened.incrementAndGet() % 2).address();
  }

  @Override
  public Path data() {
    return http().data();
  }

  @Override
  public String log() {
    return http().log() + nodes.get(1).log();
  }

  @Override
  public String startLog() {
    return http().startLog() + nodes.get(1).startLog();
  }

  @Override
  public String awaitLog(String wanted, int start) {
    return http().awaitLog(wanted, start);
  }

  @Override
  public void stop() {
    all().forEach(ParleyServer::stop);
  }

  @Override
  public void kill() {
    all().forEach(ParleyServer::kill);
  }

  @Override
  public void startAgain() {
    all().forEach(ParleyServer::startAgain);
  }

  @Override
  public void close() {
    nodes.close();
  }

  private List<ParleyServer> all() {
    return nodes.all();
  }
}
