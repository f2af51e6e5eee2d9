package dev.parley.realtime;

import dev.parley.message.MessageHistory;
import dev.parley.platform.Problems;
import dev.parley.room.RoomAdvanced;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what other nodes stored, for the feeds that lack it: of a single room at once when it is
 * quiet, and of all that are told of within some milliseconds in one statement when it is not.
 * Thread-safe.
 */
final class CatchingUp {
  private static final Logger LOG = System.getLogger(CatchingUp.class.getName());

  /** Between two readings: a node reads a hundred times a second, and not for each message. */
  static final long REST_NANOS = 10_000_000;

  /** Rooms of one statement. */
  static final int TOGETHER = 16;

  private final Function<Map<Long, Long>, Map<Long, RoomAdvanced>> advances;
  private final Later later;
  private final LongSupplier nanos;
  private final Map<RoomFeed, Long> behind = new HashMap<>(); // and their rooms' revs; its own lock
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile long restUntil;

  /**
   * One for which nothing is to be done yet.
   *
   * @param advances reads what follows a rev in each of some rooms; without those of which it is
   *     more than a few messages
   * @param nanos monotonic time
   */
  CatchingUp(
      Function<Map<Long, Long>, Map<Long, RoomAdvanced>> advances,
      Later later,
      LongSupplier nanos) {
    this.advances = advances;
    this.later = later;
    this.nanos = nanos;
    this.restUntil = nanos.getAsLong();
  }

  /** Takes note of where the log of a feed's room stands. */
  void note(RoomFeed feed, long rev) {
    synchronized (behind) {
      behind.merge(feed, rev, Math::max);
    }
    wake();
  }

  private void wake() {
    if (isAnyBehind() && busy.compareAndSet(false, true)) {
      later.run(this::readAll, restUntil - nanos.getAsLong());
    }
  }

  private boolean isAnyBehind() {
    synchronized (behind) {
      return !behind.isEmpty();
    }
  }

  private void readAll() {
    try {
      List<Map.Entry<RoomFeed, Long>> all = take();
      for (int from = 0; from < all.size(); from += TOGETHER) {
        read(all.subList(from, Math.min(all.size(), from + TOGETHER)));
      }
    } catch (RuntimeException e) {
      Problems.log(LOG, Level.WARNING, "The regular look reads what could not be read.", e);
    } finally {
      restUntil = nanos.getAsLong() + REST_NANOS;
      busy.set(false);
      wake(); // for what came meanwhile
    }
  }

  /** Takes those that have not told of it meanwhile. */
  private List<Map.Entry<RoomFeed, Long>> take() {
    synchronized (behind) {
      List<Map.Entry<RoomFeed, Long>> taken =
          behind.entrySet().stream()
              .filter(entry -> entry.getKey().lacks(entry.getValue()))
              .map(Map.Entry::copyOf)
              .toList();
      behind.clear();
      return taken;
    }
  }

  private void read(List<Map.Entry<RoomFeed, Long>> feeds) {
    var since = new HashMap<Long, Long>();
    feeds.forEach(
        entry -> {
          RoomFeed feed = entry.getKey();
          long at = feed.at();
          if (entry.getValue() - at <= MessageHistory.FEW) { // of more, it reads for itself
            since.put(feed.roomId(), at);
          }
        });
    Map<Long, RoomAdvanced> found = since.isEmpty() ? Map.of() : advances.apply(since);
    feeds.forEach(
        entry -> tell(entry.getKey(), entry.getValue(), found.get(entry.getKey().roomId())));
  }

  private static void tell(RoomFeed feed, long rev, @Nullable RoomAdvanced found) {
    if (found != null) {
      feed.offer(found);
    }
    if (found == null || found.upTo() < rev) {
      feed.seen(rev);
    }
  }
}
