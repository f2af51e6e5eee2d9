package dev.parley.cluster;

import dev.parley.platform.BusHealth.State;
import dev.parley.testing.Eventually;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A node that does nothing but tell and hear. */
final class Node implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String name;
  private final Cluster cluster = new Cluster();
  private final Queue<Hint> heard = new ConcurrentLinkedQueue<>();
  private final Set<Hint> different = ConcurrentHashMap.newKeySet();
  private final AtomicInteger missed = new AtomicInteger();
  private final Collection<Thread> threads = new ConcurrentLinkedQueue<>();
  private volatile Consumer<Hint> ear = hint -> {};

  private Node(String name) {
    this.name = name;
    cluster.heard = new HandedOn<>(this::hear);
    cluster.missed = new HandedOn<>(any -> missed.incrementAndGet());
  }

  static Node open(String name, BiFunction<HintText, ThreadFactory, ClusterBus> bus) {
    var node = new Node(name);
    node.cluster.open(bus.apply(new HintText(name), node::thread), node::thread);
    return node;
  }

  Cluster cluster() {
    return cluster;
  }

  void tell(Hint hint) {
    cluster.tell(hint);
  }

  List<Hint> heard() {
    return List.copyOf(heard);
  }

  int missed() {
    return missed.get();
  }

  /** Whoever hears has to do this as well. */
  void onHearing(Consumer<Hint> also) {
    ear = also;
  }

  boolean hasHeard(Hint hint) {
    return different.contains(hint);
  }

  int differentHeard() {
    return different.size();
  }

  Node awaitUp() {
    return await(State.UP);
  }

  Node awaitDown() {
    return await(State.DOWN);
  }

  void awaitHint(Hint hint) {
    Eventually.holds(name + " hears " + hint, PATIENCE, () -> hasHeard(hint));
  }

  /** Another node tells it until it is heard: a bus may drop. */
  void awaitHintOf(Node other, Hint hint) {
    Eventually.holds(
        name + " hears " + hint,
        PATIENCE,
        () -> {
          other.tell(hint);
          return hasHeard(hint);
        });
  }

  void awaitMissed(int more) {
    Eventually.holds(name + " knows that it missed something", PATIENCE, () -> missed() >= more);
  }

  void awaitNoThread() {
    Eventually.holds(
        name + " has no thread left", PATIENCE, () -> threads.stream().noneMatch(Thread::isAlive));
  }

  @Override
  public void close() {
    cluster.close();
  }

  private Node await(State state) {
    Eventually.holds(name + " is " + state, PATIENCE, () -> cluster.bus() == state);
    return this;
  }

  private void hear(Heard news) {
    ear.accept(news.hint());
    heard.add(news.hint());
    different.add(news.hint());
  }

  private Thread thread(Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }
}
