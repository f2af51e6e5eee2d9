package dev.parley.realtime;

import dev.parley.realtime.Event.Act;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A history that is made up, second by second. */
final class MadeUp {
  static final long ROOM = 3;
  static final String HERE = "node-1";
  static final String THERE = "node-2";

  private long now;
  private final History history = new History(() -> now);

  List<Event> events() {
    return history.events();
  }

  /** What is noted next happens so many ms after the beginning. */
  MadeUp at(long millis) {
    now = TimeUnit.MILLISECONDS.toNanos(millis);
    return this;
  }

  MadeUp begins(String client, String cid) {
    new Diary(history, client).begins(HERE, ROOM, cid);
    return this;
  }

  MadeUp isAcknowledged(String client, String cid, long seq) {
    new Diary(history, client).isAcknowledged(HERE, ROOM, cid, seq);
    return this;
  }

  MadeUp isAcknowledgedThere(String client, String cid, long seq) {
    new Diary(history, client).isAcknowledged(THERE, ROOM, cid, seq);
    return this;
  }

  MadeUp isBackAt(String client, String node) {
    new Diary(history, client).isBackAt(node);
    return this;
  }

  MadeUp loses(String client, String node) {
    new Diary(history, client).loses(node);
    return this;
  }

  MadeUp isSentAway(String client, String node, long retryAfterMs) {
    new Diary(history, client).isSentAwayBy(node, retryAfterMs);
    return this;
  }

  MadeUp done(Act act, String node) {
    history.note(act, node);
    return this;
  }
}
