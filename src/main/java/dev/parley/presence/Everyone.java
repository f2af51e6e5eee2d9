package dev.parley.presence;

import dev.parley.cluster.Cluster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is connected to any node. Each writes into the database who comes and goes at it and reads
 * what the others wrote since: no more than has changed. Silence is told by counters and this
 * node's own time, so clocks may differ. Not thread-safe: one thread looks.
 */
@ApplicationScoped
public class Everyone {
  /** Milliseconds after which a node tells that it is alive where nobody came or went. */
  static final long SIGN_OF_LIFE = 2_000;

  @Inject Cluster cluster;
  @Inject PresenceStore store;

  private final Map<String, RemoteNode> others = new HashMap<>();
  private String self = "";
  private Set<Long> told = new HashSet<>();
  private long toldAt;
  private boolean begun;

  /**
   * Tells the other nodes who is connected here, and hears of theirs.
   *
   * @param ours those who are connected to this node
   * @param now monotonic time in ms
   * @return those who are connected to any node
   */
  public Collection<Long> here(Collection<Long> ours, long now) {
    if (cluster.isAlone()) {
      return ours;
    }
    tell(new HashSet<>(ours), now);
    hear(now);
    var all = new HashSet<>(ours);
    others.values().forEach(node -> all.addAll(node.here(now)));
    return all;
  }

  /** Tells the others that this node ends. */
  public void end() {
    if (begun) {
      store.forget(self);
    }
  }

  private void tell(Set<Long> ours, long now) {
    Set<Long> came = without(ours, told);
    Set<Long> left = without(told, ours);
    boolean silent = begun && now - toldAt >= SIGN_OF_LIFE;
    if (begun && came.isEmpty() && left.isEmpty() && !silent) {
      return;
    }
    if (!begun || !store.tell(self, came, left)) { // the others may have given this node up
      begin(ours);
    }
    told = ours;
    toldAt = now;
  }

  /** Under a new id: whoever knew the old one would take what is told now for known. */
  private void begin(Set<Long> ours) {
    self = UUID.randomUUID().toString();
    store.begin(self);
    begun = true;
    store.tell(self, ours, Set.of());
  }

  private void hear(long now) {
    Map<String, Long> revs = store.revs();
    revs.remove(self);
    others.keySet().retainAll(revs.keySet());
    revs.forEach((id, rev) -> hear(id, rev, now));
  }

  private void hear(String id, long rev, long now) {
    RemoteNode node = others.computeIfAbsent(id, fresh -> new RemoteNode());
    if (node.isBehind(rev)) {
      node.hear(rev, store.changes(id, node.rev()), now);
    } else if (node.isDead(now)) {
      store.forget(id);
      others.remove(id);
    }
  }

  private static Set<Long> without(Set<Long> some, Set<Long> others) {
    var rest = new HashSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
