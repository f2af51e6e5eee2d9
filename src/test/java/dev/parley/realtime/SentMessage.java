package dev.parley.realtime;

import dev.parley.realtime.Event.Acknowledged;
import dev.parley.realtime.Event.Begun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message as its client knows it.
 *
 * @param first when it was sent for the first time
 * @param answers each time that it was said to be stored, the earliest first; none where it never
 *     was
 */
record SentMessage(Begun first, List<Acknowledged> answers) {
  /** Those of one room, by cid. */
  static Map<String, SentMessage> of(long room, List<Event> events) {
    var all = new LinkedHashMap<String, SentMessage>();
    for (Event event : events) {
      if (event instanceof Begun begun && begun.room() == room) {
        all.putIfAbsent(begun.cid(), new SentMessage(begun, new ArrayList<>()));
      } else if (event instanceof Acknowledged answer && answer.room() == room) {
        all.get(answer.cid()).answers().add(answer);
      }
    }
    return all;
  }

  String cid() {
    return first.cid();
  }

  boolean isAcknowledged() {
    return !answers.isEmpty();
  }

  /** The first answer, of a message that has one. */
  Acknowledged answer() {
    return answers.get(0);
  }

  /** Who sent what, and when. */
  @Override
  public String toString() {
    var text = new StringBuilder("message " + cid() + " of " + first.client());
    text.append(", begun at ").append(Event.time(first.at()));
    for (Acknowledged answer : answers) {
      text.append(", acknowledged at ").append(Event.time(answer.at()));
      text.append(" by ").append(answer.node()).append(" with seq ").append(answer.seq());
    }
    return text.toString();
  }
}
