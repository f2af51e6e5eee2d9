package dev.parley.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is here as far as others were told. It is brought up to date now and then, so that of someone
 * who comes and goes many times no more is told than where they are in the end. Thread-safe.
 */
public final class Attendance {
  /** Milliseconds; someone who loads the page anew has not gone. */
  static final long GONE_AFTER = 5_000;

  /** Changes at a time; where there are more, the others come the next time. */
  static final int MAX_CHANGES = 200;

  private final Map<Long, Long> lastSeen = new ConcurrentHashMap<>();

  /** Whether others were told that someone is here, and not yet that they have gone. */
  public boolean isHere(long userId) {
    return lastSeen.containsKey(userId);
  }

  /**
   * What is to be told.
   *
   * @param here those who have a connection
   * @param now monotonic time in ms
   */
  public synchronized List<PresenceChange> changes(Collection<Long> here, long now) {
    var changes = new ArrayList<PresenceChange>();
    for (long userId : here) {
      boolean mayBeTold = isHere(userId) || changes.size() < MAX_CHANGES;
      if (mayBeTold && lastSeen.put(userId, now) == null) {
        changes.add(new PresenceChange(userId, Presence.ONLINE));
      }
    }
    gone(now).stream().limit(MAX_CHANGES - changes.size()).forEach(changes::add);
    changes.stream()
        .filter(change -> change.state() == Presence.OFFLINE)
        .forEach(change -> lastSeen.remove(change.userId()));
    return changes;
  }

  private List<PresenceChange> gone(long now) {
    return lastSeen.entrySet().stream()
        .filter(seen -> now - seen.getValue() >= GONE_AFTER)
        .map(seen -> new PresenceChange(seen.getKey(), Presence.OFFLINE))
        .toList();
  }
}
