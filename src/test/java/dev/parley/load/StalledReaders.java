package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A room in which most fall asleep: what those cost the server's memory and the others' time, from
 * then until the server has cut the last of them. Not thread-safe.
 */
final class StalledReaders {
  /** Characters of a text: at 200 a second, 512 KiB wait for a stalled reader after 3 s. */
  static final int TEXT = 800;

  private static final double RATE = 200; // messages/s; of fewer, p99 is the slowest or next to it
  private static final int PARTS = 4;
  private static final long PATIENCE = 120_000_000; // µs; the server gives up on the silent at 70 s
  private static final long BEARABLE_MIB = 64; // had each its own 512 KiB, 1,000 would hold 500

  private final ServerUnderLoad server;
  private final Crowd crowd;
  private final double seconds;
  private final Consumer<Measured> check;
  private long most; // MiB of heap while they were there

  /**
   * A room whose readers are there.
   *
   * @param seconds of each part that is measured; in between, the server's heap is looked at
   * @param check is given each part
   */
  StalledReaders(ServerUnderLoad server, Crowd crowd, double seconds, Consumer<Measured> check) {
    this.server = server;
    this.crowd = crowd;
    this.seconds = seconds;
    this.check = check;
  }

  /** Measures without them, with them awake and asleep, and after them. */
  void measure(Sleepers sleepers, List<String> tokens, Table table) throws IOException {
    String readers = "%,d readers".formatted(crowd.present());
    table.add(readers + ", alone", whileAllRead(() -> {}));
    Alive before = look();
    for (String token : tokens) {
      sleepers.come(token);
    }
    String others = "%,d others".formatted(tokens.size());
    table.add("the same beside " + others + " who read", whileAllRead(sleepers::pong));
    Alive awake = look();
    sleepers.fallAsleep();
    table.add("the same when those stop reading", untilTheyAreCut(before, awake));
    Alive after = look();
    table.add("the same when those were cut", whileAllRead(() -> {}));
    table.add(
        "heap before " + others + ", with them, at most while they stall, after them",
        "%d, %d, %d, %d MiB".formatted(before.mib(), awake.mib(), most, after.mib()));
    assertThat(after.connections()).as("all were cut").isEqualTo(before.connections());
  }

  private Measured whileAllRead(Runnable betweenParts) {
    var stretch = new Stretch();
    for (int i = 0; i < PARTS; i++) {
      betweenParts.run();
      check.accept(stretch.measure(crowd, RATE, seconds));
    }
    return stretch.whole();
  }

  private Measured untilTheyAreCut(Alive before, Alive awake) throws IOException {
    var stretch = new Stretch();
    long end = Loop.micros() + PATIENCE;
    Alive now = awake;
    while (now.connections() > before.connections() && Loop.micros() < end) {
      check.accept(stretch.measure(crowd, RATE, seconds));
      now = look();
      most = Math.max(most, now.mib());
      assertThat(most).as("MiB beside stalled readers").isLessThan(awake.mib() + BEARABLE_MIB);
    }
    return stretch.whole();
  }

  private Alive look() throws IOException {
    Alive alive = server.alive();
    System.out.println(alive);
    return alive;
  }
}
