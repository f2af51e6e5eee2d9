package dev.parley.realtime;

import dev.parley.realtime.Event.Act;
import dev.parley.realtime.Event.Back;
import dev.parley.realtime.Event.Done;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Judges how soon the clients of killed nodes were back. */
final class Kills {
  private static final long SOON = TimeUnit.SECONDS.toNanos(5);
  private static final int PERCENT_LATE = 1;

  private final List<Event> events;

  Kills(List<Event> events) {
    this.events = events;
  }

  /**
   * How long a client was away.
   *
   * @param nanos from the kill on; {@link Long#MAX_VALUE} where it never came back
   */
  record Away(String client, Done kill, long nanos) {
    @Override
    public String toString() {
      String back = nanos == Long.MAX_VALUE ? "never" : "at " + Event.time(kill.at() + nanos);
      return "%s, whose node %s was killed at %s, was back %s"
          .formatted(client, kill.node(), Event.time(kill.at()), back);
    }
  }

  /** All who lost their node, the quickest first. */
  List<Away> away() {
    return events.stream()
        .filter(event -> event instanceof Done done && done.act() == Act.KILLED)
        .map(Done.class::cast)
        .flatMap(kill -> Guests.of(kill, events).stream().map(client -> away(client, kill)))
        .sorted(Comparator.comparingLong(Away::nanos))
        .toList();
  }

  /** Those who were not back in 5 s, where they are more than one in a hundred. */
  List<String> faults() {
    List<Away> all = away();
    List<Away> late = all.stream().filter(one -> one.nanos() > SOON).toList();
    return late.size() * 100 > all.size() * PERCENT_LATE
        ? late.stream().map(one -> "late: " + one).toList()
        : List.of();
  }

  private Away away(String client, Done kill) {
    long back =
        events.subList(events.indexOf(kill), events.size()).stream()
            .filter(event -> event instanceof Back b && b.client().equals(client))
            .mapToLong(event -> event.at() - kill.at())
            .findFirst()
            .orElse(Long.MAX_VALUE);
    return new Away(client, kill, back);
  }
}
