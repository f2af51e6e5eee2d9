package dev.parley.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Nodes in one JVM, and a bus between them that does all that a bus may do: it drops, doubles,
 * delays, reorders, breaks off and brings rubbish. Nothing happens by itself: tell on the nodes,
 * and let the network go on by {@link #step}. With the same seed and the same calls it does the
 * same. Thread-safe; observers are called on the thread that steps.
 *
 * <pre>{@code
 * var network = new ChaoticNetwork(seed, ChaoticNetwork.Chaos.ALL);
 * Cluster here = network.node(heard -> …, missed -> …);
 * Cluster there = network.node(heard -> …, missed -> …);
 * there.follow(17);
 * here.tell(new Hint.Room(17, 4031));
 * network.step();   // some arrive, some never do
 * network.settle(); // what is under way arrives, and nothing more is lost
 * }</pre>
 */
public final class ChaoticNetwork {
  /** Steps that something is late at most, or a node is cut off. */
  private static final int LATE = 10;

  private static final List<String> RUBBISH =
      List.of("", "parley1", "parley9 else r1:0:1", "parley1 else r1:0 zz r:1 r1:0:-1", "\u2603");

  /**
   * How many of 100 texts it happens to.
   *
   * @param dropped never arrive
   * @param doubled arrive twice
   * @param late arrive up to 10 steps later, so that others overtake them
   * @param rubbish are followed by something that nobody understands
   * @param flaps cut a node off, for up to 10 steps
   */
  public record Chaos(int dropped, int doubled, int late, int rubbish, int flaps) {
    /** Everything arrives once, in order. */
    public static final Chaos NONE = new Chaos(0, 0, 0, 0, 0);

    /** A good deal of each. */
    public static final Chaos ALL = new Chaos(20, 20, 40, 10, 3);
  }

  private record UnderWay(ChaoticBus to, String text, long due) {}

  private final Random random;
  private final List<ChaoticBus> buses = new ArrayList<>();
  private final Map<Cluster, ChaoticBus> nodes = new LinkedHashMap<>();
  private final Map<ChaoticBus, Long> cutUntil = new HashMap<>();
  private final List<UnderWay> underWay = new ArrayList<>();
  private Chaos chaos;
  private long now;
  private boolean away;

  public ChaoticNetwork(long seed, Chaos chaos) {
    this.random = new Random(seed);
    this.chaos = chaos;
  }

  /** One more node. */
  public synchronized Cluster node(Consumer<Heard> heard, Consumer<MayHaveMissed> missed) {
    var node = new Cluster();
    node.heard = new HandedOn<>(heard);
    node.missed = new HandedOn<>(missed);
    ChaoticBus bus = bus(new HintText("node" + nodes.size()));
    node.open(bus);
    nodes.put(node, bus);
    return node;
  }

  /** The bus of a node that sends by itself. */
  synchronized ChaoticBus bus(HintText text) {
    return new ChaoticBus(this, text);
  }

  /** Cuts a node off from all others until it is mended: it neither tells nor hears. */
  public synchronized void cut(Cluster node) {
    cutOff(nodes.get(node), Long.MAX_VALUE);
  }

  /** Brings a node back, which is told that it may have missed something. */
  public synchronized void mend(Cluster node) {
    mend(nodes.get(node));
  }

  /** Sends what has gathered, and lets arrive what is due. */
  public synchronized void step() {
    now++;
    nodes.keySet().forEach(Cluster::sendGathered);
    flap();
    List.copyOf(cutUntil.keySet()).stream()
        .filter(bus -> cutUntil.get(bus) <= now)
        .forEach(this::mend);
    arrive();
  }

  /** Mends everything, and lets all arrive that is under way or was told meanwhile. */
  public synchronized void settle() {
    Chaos before = chaos;
    chaos = Chaos.NONE;
    buses.stream().filter(cutUntil::containsKey).toList().forEach(this::mend);
    do {
      step();
    } while (!underWay.isEmpty());
    chaos = before;
  }

  /** Cuts all off, and all who come, as if the bus's server were gone; or brings them back. */
  synchronized void cutAll(boolean cut) {
    away = cut;
    if (away) {
      buses.forEach(bus -> cutOff(bus, Long.MAX_VALUE));
    } else {
      buses.stream().filter(cutUntil::containsKey).toList().forEach(this::mend);
    }
  }

  /** Somebody else says something. */
  synchronized void say(String text) {
    buses.forEach(bus -> underWay.add(new UnderWay(bus, text, now)));
  }

  synchronized int size() {
    return buses.size();
  }

  synchronized void join(ChaoticBus bus) {
    buses.add(bus);
    if (away) {
      cutOff(bus, Long.MAX_VALUE);
    }
  }

  synchronized void part(ChaoticBus bus) {
    buses.remove(bus);
    cutUntil.remove(bus);
    underWay.removeIf(some -> some.to() == bus);
  }

  synchronized boolean reaches(ChaoticBus bus) {
    return !cutUntil.containsKey(bus);
  }

  synchronized void send(ChaoticBus from, String text) {
    if (reaches(from)) {
      buses.stream().filter(to -> to != from && reaches(to)).forEach(to -> send(text, to));
    }
  }

  private void send(String text, ChaoticBus to) {
    if (happens(chaos.dropped())) {
      return;
    }
    int times = happens(chaos.doubled()) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      int late = happens(chaos.late()) ? 1 + random.nextInt(LATE) : 0;
      underWay.add(new UnderWay(to, text, now + late));
    }
    if (happens(chaos.rubbish())) {
      underWay.add(new UnderWay(to, RUBBISH.get(random.nextInt(RUBBISH.size())), now));
    }
  }

  private void flap() {
    if (!buses.isEmpty() && happens(chaos.flaps())) {
      ChaoticBus one = buses.get(random.nextInt(buses.size()));
      if (reaches(one)) {
        cutOff(one, now + 1 + random.nextInt(LATE));
      }
    }
  }

  private void cutOff(ChaoticBus bus, long until) {
    cutUntil.put(bus, until);
    underWay.removeIf(some -> some.to() == bus);
  }

  private void mend(ChaoticBus bus) {
    cutUntil.remove(bus);
    bus.comeBack();
  }

  private void arrive() {
    List<UnderWay> due =
        new ArrayList<>(underWay.stream().filter(some -> some.due() <= now).toList());
    underWay.removeAll(due);
    if (chaos.late() > 0) {
      Collections.shuffle(due, random);
    }
    due.forEach(some -> some.to().receive(some.text()));
  }

  private boolean happens(int ofHundred) {
    return random.nextInt(100) < ofHundred;
  }
}
