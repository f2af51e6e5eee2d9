package dev.parley.realtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * What clients did and what was broken meanwhile, in the order of time. What is noted before
 * something begins and after it has ended is never shorter than it was. Thread-safe.
 */
final class History {
  private final LongSupplier clock;
  private final long began;
  private final List<Event> events = new ArrayList<>();

  History() {
    this(System::nanoTime);
  }

  /**
   * One with a clock of its own.
   *
   * @param clock monotonic nanoseconds
   */
  History(LongSupplier clock) {
    this.clock = clock;
    this.began = clock.getAsLong();
  }

  /** Notes an event, which is made with the time that it is now. */
  synchronized void note(LongFunction<Event> event) {
    events.add(event.apply(clock.getAsLong() - began));
  }

  /** Notes that something was broken or mended. */
  void note(Event.Act act, String node) {
    note(at -> new Event.Done(at, act, node));
  }

  /** All so far. */
  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** Writes all so far, a line for each, for whoever wants to know how it came to a fault. */
  void write(Path file) {
    try {
      Files.write(file, events().stream().map(History::line).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Event event) {
    return Event.time(event.at()) + " " + event.toString().replace('\n', ' ');
  }

  /** All of one kind so far. */
  <E extends Event> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
