package dev.parley.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rooms of one size, in which everyone is connected. Not thread-safe. */
final class Crowd {
  static final double DRAIN_SECONDS = 6;

  private static final int HANDSHAKES = 32; // at once
  private static final long PATIENCE = 180_000_000; // µs for all to come in
  private static final long PONG_EVERY = 20_000_000; // µs; the server gives up after 70 s
  private static final double WARM_SECONDS = 1;

  private final Loop loop;
  private final List<InetSocketAddress> nodes;
  private final List<ProcessHandle> processes;
  private final List<Seat> seats;
  private final List<Seat> writers;
  private final int receivers;
  private long ponged = Loop.micros();

  /**
   * A crowd that is not there yet.
   *
   * @param nodes where the seats' sockets are opened
   * @param processes the servers', of which the CPU time is told
   * @param writers those of the seats who write, in turn
   * @param receivers members of each room
   */
  Crowd(
      Loop loop,
      List<InetSocketAddress> nodes,
      List<ProcessHandle> processes,
      List<Seat> seats,
      List<Seat> writers,
      int receivers) {
    this.loop = loop;
    this.nodes = nodes;
    this.processes = processes;
    this.seats = seats;
    this.writers = writers;
    this.receivers = receivers;
  }

  /** Connects everyone who is not connected. */
  void gather() {
    long end = Loop.micros() + PATIENCE;
    var coming = new ArrayList<Seat>();
    for (Seat seat : seats) {
      if (seat.socket() == null || seat.socket().isClosed()) {
        while (coming.size() == HANDSHAKES) {
          await(coming, end);
        }
        connect(seat);
        coming.add(seat);
      }
    }
    while (!coming.isEmpty()) {
      await(coming, end);
    }
  }

  /** Leaves. */
  void leave() {
    seats.forEach(seat -> seat.socket().close("left"));
    loop.serve(1);
  }

  /** Keeps everyone there, quiet, and tells what the servers do meanwhile. */
  Usage rest(double seconds) {
    var usage = Usage.Begin.now(processes);
    stay(seconds);
    return usage.end();
  }

  /** Keeps everyone there for a while. */
  void stay(double seconds) {
    long end = Loop.micros() + (long) (seconds * 1e6);
    for (long now = Loop.micros(); now < end; now = Loop.micros()) {
      serve(Math.min(100, (end - now) / 1_000 + 1));
    }
  }

  /** How many are connected. */
  long present() {
    return seats.stream().filter(seat -> seat.socket().isOpen()).count();
  }

  /** Why sockets are closed, and how many for each reason. */
  Map<String, Long> ends() {
    return seats.stream()
        .map(Seat::socket)
        .filter(Socket::isClosed)
        .collect(Collectors.groupingBy(Socket::end, Collectors.counting()));
  }

  /**
   * Writes at an even rate, whatever comes of it, and listens.
   *
   * @param rate messages a second
   */
  Measured measure(double rate, double seconds) {
    return measure(rate, seconds, new Times());
  }

  /** Measures, and tells the times together with those that were there already. */
  Measured measure(double rate, double seconds, Times times) {
    gather();
    long begin = Loop.micros() + 10_000;
    long count = Math.round(rate * (WARM_SECONDS + seconds));
    var hearing = new Hearing(begin, begin + (long) (WARM_SECONDS * 1e6), times);
    seats.forEach(seat -> seat.listen(hearing));
    var usage = Usage.Begin.now(processes);
    write(begin, rate, count);
    Usage used = usage.end();
    drain(hearing, count * receivers, count);
    return measured(rate, hearing, count * receivers, used);
  }

  private void write(long begin, double rate, long count) {
    for (long i = 0; i < count; i++) {
      long due = begin + (long) (i * 1e6 / rate);
      for (long now = Loop.micros(); now < due; now = Loop.micros()) {
        serve(Math.min(100, (due - now + 999) / 1_000));
      }
      Seat writer = writers.get((int) (i % writers.size()));
      if (writer.canWrite()) { // what is not written counts as lost: the rate is too high
        writer.write(due);
      }
      if (i % 16 == 15) {
        serve(0); // when behind, listen all the same
      }
    }
  }

  private void drain(Hearing hearing, long deliveries, long answers) {
    long end = Loop.micros() + (long) (DRAIN_SECONDS * 1e6);
    while (!hearing.hasAll(deliveries, answers) && Loop.micros() < end) {
      serve(10);
    }
  }

  private Measured measured(double rate, Hearing hearing, long expected, Usage usage) {
    List<Heard> heard = seats.stream().map(Seat::heard).toList();
    long fresh = heard.stream().mapToLong(Heard::fresh).sum();
    return new Measured(
        rate,
        receivers,
        hearing.times().all().millis(0.5),
        hearing.times().all().millis(0.99),
        expected - fresh,
        heard.stream().mapToLong(Heard::doubled).sum(),
        heard.stream().mapToLong(Heard::late).sum(),
        disordered(),
        seats.size() - present(),
        usage);
  }

  private long disordered() {
    Map<Integer, Long> orders = new HashMap<>();
    return seats.stream()
        .filter(
            seat ->
                orders.computeIfAbsent(seat.room(), room -> seat.heard().order())
                    != seat.heard().order())
        .count();
  }

  private void serve(long millis) {
    loop.serve(millis);
    long now = Loop.micros();
    if (now - ponged > PONG_EVERY) {
      ponged = now;
      seats.stream()
          .map(Seat::socket)
          .filter(socket -> socket != null && socket.isOpen())
          .forEach(Socket::pong);
    }
  }

  private void connect(Seat seat) {
    try {
      seat.connect(loop, nodes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(List<Seat> coming, long end) {
    serve(100);
    for (Seat seat : coming) {
      if (seat.socket().isClosed() || Loop.micros() > end) {
        throw new IllegalStateException("A socket did not open: " + seat.socket().end());
      }
    }
    coming.removeIf(seat -> seat.socket().isOpen());
  }
}
