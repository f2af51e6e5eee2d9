package dev.parley.testing;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends people to nodes as a load balancer without sticky sessions does: each request and each
 * socket goes to the next node of those that are in it.
 */
public final class AnyNode {
  private final Nodes nodes;
  private final Set<ParleyServer> out = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();

  public AnyNode(Nodes nodes) {
    this.nodes = nodes;
  }

  /** What people see: one server. */
  public ParleyServer asServer() {
    return new RunningServer(this::address);
  }

  /** Sends nobody to a node any more. */
  public void take(ParleyServer node) {
    out.add(node);
  }

  /** Sends people to a node again. */
  public void giveBack(ParleyServer node) {
    out.remove(node);
  }

  private URI address() {
    List<ParleyServer> in = nodes.all().stream().filter(node -> !out.contains(node)).toList();
    return in.get(Math.floorMod(next.getAndIncrement(), in.size())).address();
  }
}
