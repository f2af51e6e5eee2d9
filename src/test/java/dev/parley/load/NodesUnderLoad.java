package dev.parley.load;

import dev.parley.cluster.NatsServer;
import dev.parley.load.Layout.Bus;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.Together;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Nodes over one database, with a NATS server where they talk by that. */
final class NodesUnderLoad implements AutoCloseable {
  private final Database database;
  private final Optional<NatsServer> nats;
  private final List<ParleyServer> nodes;

  private NodesUnderLoad(Database database, Optional<NatsServer> nats, List<ParleyServer> nodes) {
    this.database = database;
    this.nats = nats;
    this.nodes = nodes;
  }

  /** Starts all at once. */
  static NodesUnderLoad start(Layout layout, Database database, ServerOptions options) {
    Optional<NatsServer> nats =
        layout.bus() == Bus.NATS ? Optional.of(NatsServer.start()) : Optional.empty();
    ServerOptions all =
        nats.map(server -> options.with("parley.nats.url", server.url())).orElse(options);
    return new NodesUnderLoad(
        database, nats, Together.run(layout.nodes(), i -> ParleyServer.start(all)));
  }

  Database database() {
    return database;
  }

  /** Where each of them listens. */
  List<InetSocketAddress> addresses() {
    return nodes.stream()
        .map(
            node ->
                new InetSocketAddress(InetAddress.getLoopbackAddress(), node.address().getPort()))
        .toList();
  }

  /** Each node's process, PostgreSQL's, and that of NATS where there is one. */
  List<ProcessHandle> processes() {
    var processes = new ArrayList<>(nodes.stream().map(NodesUnderLoad::process).toList());
    processes.add(database.process());
    nats.ifPresent(server -> processes.add(server.process()));
    return processes;
  }

  /** Who used what, of those processes. */
  String told(Usage usage) {
    List<Long> servers = usage.servers();
    return "nodes %s, PostgreSQL %d%s, generator %d, others %d"
        .formatted(
            servers.stream()
                .limit(nodes.size())
                .map(String::valueOf)
                .collect(Collectors.joining(" + ")),
            servers.get(nodes.size()),
            nats.isPresent() ? ", NATS " + servers.get(nodes.size() + 1) : "",
            usage.generator(),
            usage.others());
  }

  /** The child that was told to listen there. */
  private static ProcessHandle process(ParleyServer node) {
    String port = Integer.toString(node.address().getPort());
    return ProcessHandle.current()
        .children()
        .filter(child -> arguments(child).containsAll(List.of("--port", port)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> arguments(ProcessHandle process) {
    return Arrays.asList(process.info().arguments().orElse(new String[0]));
  }

  @Override
  public void close() {
    nodes.forEach(ParleyServer::close);
    nats.ifPresent(NatsServer::close);
  }
}
