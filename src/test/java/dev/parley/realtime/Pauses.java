package dev.parley.realtime;

import dev.parley.realtime.Event.Acknowledged;
import dev.parley.realtime.Event.Act;
import dev.parley.realtime.Event.Begun;
import dev.parley.realtime.Event.Done;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Judges whether the rooms of a node that stands still go on at the other nodes. */
final class Pauses {
  private static final long SOON = TimeUnit.SECONDS.toNanos(3);

  private final List<Event> events;

  Pauses(List<Event> events) {
    this.events = events;
  }

  /** A time in which nobody at another node was told that a message to the room is stored. */
  record Gap(Done pause, long room, long from, long to) {
    long nanos() {
      return to - from;
    }

    @Override
    public String toString() {
      return "room %d from %s to %s, while %s stood still from %s on"
          .formatted(room, Event.time(from), Event.time(to), pause.node(), Event.time(pause.at()));
    }
  }

  /** The longest of each room in each pause, the shortest first. */
  List<Gap> gaps() {
    var gaps = new ArrayList<Gap>();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Done pause && pause.act() == Act.PAUSED) {
        List<Event> during = events.subList(i + 1, endOf(pause, i + 1) + 1);
        rooms().forEach(room -> gaps.add(longest(pause, room, during)));
      }
    }
    gaps.sort(Comparator.comparingLong(Gap::nanos));
    return gaps;
  }

  /** The rooms that did not go on within 3 s. */
  List<String> faults() {
    return gaps().stream()
        .filter(gap -> gap.nanos() > SOON)
        .map(gap -> "nothing acknowledged in " + gap)
        .toList();
  }

  private int endOf(Done pause, int from) {
    int end = from;
    while (end < events.size() - 1
        && !(events.get(end) instanceof Done done
            && done.act() == Act.GONE_ON
            && done.node().equals(pause.node()))) {
      end++;
    }
    return end;
  }

  private Set<Long> rooms() {
    var rooms = new TreeSet<Long>();
    events.forEach(
        event -> {
          if (event instanceof Begun begun) {
            rooms.add(begun.room());
          }
        });
    return rooms;
  }

  private static Gap longest(Done pause, long room, List<Event> during) {
    Gap longest = new Gap(pause, room, pause.at(), pause.at());
    long last = pause.at();
    for (Event event : during) {
      boolean goesOn =
          event instanceof Acknowledged answer
              && answer.room() == room
              && !answer.node().equals(pause.node());
      boolean ends = event == during.get(during.size() - 1);
      if (goesOn || ends) {
        Gap gap = new Gap(pause, room, last, event.at());
        longest = gap.nanos() > longest.nanos() ? gap : longest;
        last = event.at();
      }
    }
    return longest;
  }
}
