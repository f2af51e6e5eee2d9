package dev.parley.realtime;

import dev.parley.realtime.Event.Act;
import dev.parley.realtime.Event.Back;
import dev.parley.realtime.Event.Bye;
import dev.parley.realtime.Event.Done;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;

/**
 * Judges how nodes that were told to stop sent their people away. What follows until the next node
 * is told to stop is taken for its doing.
 */
final class Restarts {
  private static final long SOONEST_MS = 500;
  private static final long LATEST_MS = 3_500;
  private static final long SPREAD_MS = 1_000; // a third of what there is
  private static final int MANY = 10; // so many do not all draw nearly the same by chance

  private final List<Event> events;

  Restarts(List<Event> events) {
    this.events = events;
  }

  /** What is wrong, each with who, what and when; nothing where all is well. */
  List<String> faults() {
    return stops().stream().flatMap(stop -> faultsOf(stop).stream()).toList();
  }

  private List<Done> stops() {
    return events.stream()
        .filter(event -> event instanceof Done done && done.act() == Act.TOLD_TO_STOP)
        .map(Done.class::cast)
        .toList();
  }

  private List<String> faultsOf(Done stop) {
    var faults = new ArrayList<String>();
    List<Event> after = after(stop);
    Set<String> guests = Guests.of(stop, events);
    for (String client : guests) {
      if (byes(after, stop).stream().noneMatch(bye -> bye.client().equals(client))) {
        faults.add("no bye for " + told(client, stop));
      }
      checkReturns(client, 1, stop, faults);
    }
    after.stream()
        .filter(event -> event instanceof Back back && !guests.contains(back.client()))
        .map(event -> ((Back) event).client())
        .distinct()
        .forEach(client -> checkReturns(client, 0, stop, faults));
    checkSpread(byes(after, stop), stop, faults);
    return faults;
  }

  private void checkReturns(String client, int wanted, Done stop, List<String> faults) {
    List<String> returns =
        after(stop).stream()
            .filter(event -> event instanceof Back back && back.client().equals(client))
            .map(event -> Event.time(event.at()) + " at " + ((Back) event).node())
            .toList();
    if (returns.size() != wanted) {
      faults.add("connected anew " + returns + " instead of " + wanted + ": " + told(client, stop));
    }
  }

  private static void checkSpread(List<Bye> byes, Done stop, List<String> faults) {
    LongSummaryStatistics waits = byes.stream().mapToLong(Bye::retryAfterMs).summaryStatistics();
    boolean outside = waits.getMin() < SOONEST_MS || waits.getMax() > LATEST_MS;
    boolean narrow = waits.getMax() - waits.getMin() < SPREAD_MS;
    if ((!byes.isEmpty() && outside) || (byes.size() >= MANY && narrow)) {
      faults.add(
          "people of %s were sent away for %d to %d ms"
              .formatted(stop.node(), waits.getMin(), waits.getMax()));
    }
  }

  private static List<Bye> byes(List<Event> after, Done stop) {
    return after.stream()
        .filter(event -> event instanceof Bye bye && bye.node().equals(stop.node()))
        .map(Bye.class::cast)
        .toList();
  }

  private List<Event> after(Done stop) {
    List<Event> rest = events.subList(events.indexOf(stop) + 1, events.size());
    int next = 0;
    while (next < rest.size()
        && !(rest.get(next) instanceof Done done && done.act() == Act.TOLD_TO_STOP)) {
      next++;
    }
    return rest.subList(0, next);
  }

  private static String told(String client, Done stop) {
    return "%s, while %s was told to stop at %s"
        .formatted(client, stop.node(), Event.time(stop.at()));
  }
}
