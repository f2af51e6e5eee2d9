package dev.parley.cluster;

import dev.parley.platform.BusHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * The other nodes. What they are told are hints: one that is lost is found at the next regular look
 * at the database. Where there are none, telling costs nothing. Thread-safe.
 */
@ApplicationScoped
public class Cluster implements BusHealth {
  private static final Logger LOG = System.getLogger(Cluster.class.getName());

  @Inject Event<Heard> heard; // package-private: a test assigns it
  @Inject Event<MayHaveMissed> missed;

  private final Gathering gathering = new Gathering();
  private final Map<Long, Integer> followers = new ConcurrentHashMap<>(); // of a room
  private volatile ClusterBus bus = new LocalBus();
  private volatile boolean failing;

  /**
   * Tells the other nodes, soon: never waits, never throws; what cannot be sent is dropped. Of
   * several hints about one room or person that gather, the newest is told.
   */
  public void tell(Hint hint) {
    if (bus.hasOthers()) {
      gathering.add(hint);
    }
  }

  /**
   * From now on what is of a room alone ({@link Hint.Room}, {@link Hint.Typing}) is heard; all
   * other hints are heard in any case. Counted: it takes as many {@link #leave} to end it. It takes
   * a moment to reach the bus, so what is read of the room right after this may be older than the
   * first hint that is heard; the regular look fills that in.
   */
  public void follow(long roomId) {
    followers.compute(
        roomId,
        (room, count) -> {
          if (count == null) {
            bus.follow(room);
            return 1;
          }
          return count + 1;
        });
  }

  /** One less follows a room; one that nobody follows is left alone. */
  public void leave(long roomId) {
    followers.computeIfPresent(
        roomId,
        (room, count) -> {
          if (count > 1) {
            return count - 1;
          }
          bus.leave(room);
          return null;
        });
  }

  /** Whether this is the only node, as far as the configuration tells. */
  public boolean isAlone() {
    return !bus.hasOthers();
  }

  @Override
  public State bus() {
    ClusterBus now = bus;
    if (!now.hasOthers()) {
      return State.NONE;
    }
    return now.isUp() ? State.UP : State.DOWN;
  }

  /** Tells and hears by this bus from now on; what gathers is sent on a thread of its own. */
  void open(ClusterBus opened, ThreadFactory threads) {
    open(opened);
    threads.newThread(new Teller(gathering, opened)).start();
  }

  /** The same for a test, which sends what has gathered when it wants to. */
  void open(ClusterBus opened) {
    bus = opened;
    opened.open(this::hear, this::mayHaveMissed);
    followers.keySet().forEach(opened::follow); // who came before the bus
  }

  /** Sends what has gathered. */
  void sendGathered() {
    bus.send(gathering.take());
  }

  /** Tells and hears nobody any more. */
  void close() {
    gathering.end();
    bus.close();
    bus = new LocalBus();
  }

  private void hear(Hint hint) {
    var room = Note.of(hint).room();
    if (room.isEmpty() || followers.containsKey(room.getAsLong())) {
      fire(heard, new Heard(hint));
    }
  }

  private void mayHaveMissed() {
    fire(missed, new MayHaveMissed());
  }

  /** Whatever becomes of one, the bus goes on hearing. */
  private <T> void fire(Event<T> event, T what) {
    try {
      event.fire(what);
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(
          failing ? Level.DEBUG : Level.WARNING, "The regular look sees what was hinted at.", e);
      failing = true;
    }
  }
}
