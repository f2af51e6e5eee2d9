package dev.parley.realtime;

import dev.parley.realtime.Event.Act;
import dev.parley.testing.AnyNode;
import dev.parley.testing.Eventually;
import dev.parley.testing.Nodes;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.Readiness;
import dev.parley.testing.Together;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

/** Breaks nodes, the bus and the database, mends them again, and notes it. */
final class Breaker {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TRIES = 10;

  private final Nodes nodes;
  private final AnyNode balancer;
  private final PostgresServer database;
  private final Bus bus;
  private final History history;
  private final Standstill standstill;
  private final Set<ParleyServer> killed = new HashSet<>();

  Breaker(
      Nodes nodes,
      AnyNode balancer,
      PostgresServer database,
      Standstill standstill,
      Bus bus,
      History history) {
    this.nodes = nodes;
    this.balancer = balancer;
    this.database = database;
    this.standstill = standstill;
    this.bus = bus;
    this.history = history;
  }

  /** How a node ended: how long it was ready, and how long it ran, from the signal on. */
  record Ending(Duration ready, Duration running) {}

  /** Lets the others go on for a while. */
  static void pass(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }

  /** The node that has the most people. */
  ParleyServer busiest() {
    List<Event> events = history.events();
    return Collections.max(
        nodes.all(), Comparator.comparingInt(node -> Guests.of(name(node), events).size()));
  }

  /** Kills a node. */
  void kill(ParleyServer node) {
    history.note(Act.KILLED, name(node));
    node.kill();
    killed.add(node);
  }

  /**
   * Starts a node that was killed or stopped; returns when it serves, and people are sent to it.
   */
  void startAgain(ParleyServer node) {
    node.startAgain();
    history.note(Act.STARTED, name(node));
    killed.remove(node);
    balancer.giveBack(node);
  }

  /** Starts all nodes that were killed. */
  void startWhatWasKilled() {
    List.copyOf(killed).forEach(this::startAgain);
  }

  /** Lets a node stand still, in the middle of a transaction that has written. */
  void pause(ParleyServer node, Duration duration) {
    balancer.take(node);
    try {
      pauseInTransaction(node);
      pass(duration);
    } finally {
      goOn(node);
      balancer.giveBack(node);
    }
  }

  private void pauseInTransaction(ParleyServer node) {
    for (int i = 0; i < TRIES; i++) {
      boolean met =
          standstill.of(
              () -> {
                history.note(Act.PAUSED, name(node));
                node.pause();
              });
      if (met) {
        return;
      }
      goOn(node);
    }
    throw new AssertionError("no transaction was met in " + TRIES + " pauses");
  }

  private void goOn(ParleyServer node) {
    node.goOn();
    history.note(Act.GONE_ON, name(node));
  }

  /** Cuts the bus; returns when all have seen that, and then found it again. */
  void cutTheBus(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    history.note(Act.BUS_CUT, "");
    bus.cut();
    try {
      Set<ParleyServer> seen = new HashSet<>();
      Eventually.holds("all see that the bus is away", PATIENCE, () -> allSee("DOWN", seen));
      pass(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    } finally {
      bus.mend();
      history.note(Act.BUS_MENDED, "");
    }
    awaitTheBus();
  }

  /** Waits until all nodes that are there hear each other. */
  void awaitTheBus() {
    Set<ParleyServer> seen = new HashSet<>();
    Eventually.holds("all find the bus", PATIENCE, () -> allSee("UP", seen));
  }

  private boolean allSee(String state, Set<ParleyServer> seen) {
    for (ParleyServer node : nodes.all()) {
      if (!seen.contains(node) && state.equals(Readiness.of(node).bus())) {
        seen.add(node);
      }
    }
    return seen.size() == nodes.all().size();
  }

  /** Stops the database without a warning, and starts it again. */
  void stopTheDatabase(Duration duration) {
    stopTheDatabase(() -> pass(duration));
  }

  /** The same, with something that is looked at while it is away. */
  void stopTheDatabase(Runnable meanwhile) {
    history.note(Act.DATABASE_STOPPED, "");
    database.stop();
    try {
      meanwhile.run();
    } finally {
      database.startAgain();
      history.note(Act.DATABASE_STARTED, "");
    }
  }

  /** Stops a node as an operator does; the balancer takes it out when it is not ready any more. */
  Ending stop(ParleyServer node) {
    var stopping = new FutureTask<>(node::stop, true);
    history.note(Act.TOLD_TO_STOP, name(node));
    long told = System.nanoTime();
    new Thread(stopping, "stopping").start();
    Eventually.holds("it is not ready", PATIENCE, () -> !Readiness.of(node).isReady());
    Duration ready = Duration.ofNanos(System.nanoTime() - told);
    balancer.take(node);
    Together.result(stopping);
    history.note(Act.STOPPED, name(node));
    return new Ending(ready, Duration.ofNanos(System.nanoTime() - told));
  }

  static String name(ParleyServer node) {
    return node.address().getAuthority();
  }
}
