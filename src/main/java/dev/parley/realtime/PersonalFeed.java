package dev.parley.realtime;

import dev.parley.room.RoomListChanged;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What one person's connections are told of their list of rooms: in the order of their own rev,
 * each change once. One that comes before its turn waits. Thread-safe.
 */
final class PersonalFeed {
  private final Consumer<RoomListChanged> teller;
  private final TreeMap<Long, RoomListChanged> waiting = new TreeMap<>();
  private long told;

  /**
   * A feed that goes on behind a rev.
   *
   * @param teller tells a change to all of the person's connections; must not wait
   */
  PersonalFeed(long told, Consumer<RoomListChanged> teller) {
    this.told = told;
    this.teller = teller;
  }

  /** Takes note of a connection that was told up to a rev: of several the least counts. */
  synchronized void startAt(long rev) {
    told = Math.min(told, rev);
  }

  /** Takes note of a change, in whatever order they come. */
  synchronized void offer(RoomListChanged change) {
    if (change.userRev() > told) {
      waiting.put(change.userRev(), change);
      tellWhatFollows();
    }
  }

  /** Whether something up to a rev was not told. */
  synchronized boolean lacks(long rev) {
    return told < rev;
  }

  /**
   * Tells all anew in the place of what was not told, unless that has come by now.
   *
   * @param rev the person's, read before the list
   */
  synchronized void makeUp(long rev, Runnable wholeList) {
    if (told < rev) {
      wholeList.run();
      told = rev;
      waiting.headMap(rev, true).clear();
      tellWhatFollows();
    }
  }

  private void tellWhatFollows() {
    while (waiting.containsKey(told + 1)) {
      told++;
      teller.accept(waiting.remove(told));
    }
  }
}
