package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends people to nodes as a load balancer without sticky sessions does: each request, and each
 * socket, goes to the next node of those that are in it and take connections.
 */
public final class AnyNode {
  private static final int PATIENCE_MS = 1_000;

  private final Nodes nodes;
  private final Set<ParleyServer> out = ConcurrentHashMap.newKeySet();
  private final AtomicInteger nextRequest = new AtomicInteger();
  private final AtomicInteger nextSocket = new AtomicInteger(); // so that all get as many

  public AnyNode(Nodes nodes) {
    this.nodes = nodes;
  }

  /** What people see: one server. */
  public ParleyServer asServer() {
    return new RunningServer(() -> next(nextRequest), () -> next(nextSocket));
  }

  /** Sends nobody to a node any more. */
  public void take(ParleyServer node) {
    out.add(node);
  }

  /** Sends people to a node again. */
  public void giveBack(ParleyServer node) {
    out.remove(node);
  }

  private URI next(AtomicInteger counter) {
    List<URI> in =
        nodes.all().stream()
            .filter(node -> !out.contains(node))
            .map(ParleyServer::address)
            .filter(AnyNode::takesConnections)
            .toList();
    if (in.isEmpty()) {
      throw new UncheckedIOException(new ConnectException("no node is there"));
    }
    return in.get(Math.floorMod(counter.getAndIncrement(), in.size()));
  }

  private static boolean takesConnections(URI node) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(node.getHost(), node.getPort()), PATIENCE_MS);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
