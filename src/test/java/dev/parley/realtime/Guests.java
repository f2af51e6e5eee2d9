package dev.parley.realtime;

import dev.parley.realtime.Event.Back;
import dev.parley.realtime.Event.Done;
import dev.parley.realtime.Event.Lost;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which clients are connected to which node. */
final class Guests {
  private Guests() {}

  /** Those who were connected to a node when something was done to it. */
  static Set<String> of(Done done, List<Event> events) {
    return of(done.node(), events.subList(0, events.indexOf(done)));
  }

  /** Those who are connected to a node after all that. */
  static Set<String> of(String node, List<Event> events) {
    var guests = new TreeSet<String>();
    for (Event event : events) {
      if (event instanceof Back back && back.node().equals(node)) {
        guests.add(back.client());
      } else if (event instanceof Back elsewhere) {
        guests.remove(elsewhere.client());
      } else if (event instanceof Lost lost) {
        guests.remove(lost.client());
      }
    }
    return guests;
  }
}
