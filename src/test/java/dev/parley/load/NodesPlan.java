package dev.parley.load;

import dev.parley.load.Layout.Bus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is asked for of several nodes, as {@code -Dparley.load.rate=500}.
 *
 * @param buses {@code buses}: how nodes tell each other
 * @param counts {@code nodes}: how many there are
 * @param rooms {@code nodes.rooms}
 * @param members {@code nodes.members} of each room, who all write
 * @param rate messages a second in all rooms together
 * @param warm seconds before the first measurement
 * @param seconds that are measured: five times those of the other scenarios
 * @param java options of each node's JVM
 * @param beside {@code beside}: what {@link OtherWork} one node is also measured beside, in per
 *     cent of a processor for each process; none where it is empty
 */
record NodesPlan(
    List<Bus> buses,
    List<Integer> counts,
    int rooms,
    int members,
    int rate,
    int warm,
    int seconds,
    List<String> java,
    List<Integer> beside) {
  private static final int PARTS = 5;

  static NodesPlan told() {
    return new NodesPlan(
        words("buses", "local,postgresql,nats", ",")
            .map(name -> Bus.valueOf(name.toUpperCase(Locale.ROOT)))
            .toList(),
        words("nodes", "1,2,3", ",").map(Integer::valueOf).toList(),
        Integer.getInteger("parley.load.nodes.rooms", 100),
        Integer.getInteger("parley.load.nodes.members", Plan.MEMBERS_OF_A_SMALL_ROOM),
        Integer.getInteger("parley.load.rate", 500),
        Plan.told().warm(),
        Plan.told().seconds() * PARTS,
        words("java", "-Xmx512m -XX:+UseParallelGC", " ").toList(),
        words("beside", "", ",").filter(share -> !share.isEmpty()).map(Integer::valueOf).toList());
  }

  /** As many nodes as are asked for over each bus; without one, a node is alone. */
  Stream<Layout> layouts() {
    return buses.stream()
        .flatMap(
            bus ->
                bus == Bus.LOCAL
                    ? Stream.of(new Layout(bus, 1))
                    : counts.stream().map(count -> new Layout(bus, count)));
  }

  /** The buses by which nodes hear each other. */
  List<Bus> between() {
    return buses.stream().filter(bus -> bus != Bus.LOCAL).toList();
  }

  private static Stream<String> words(String key, String otherwise, String between) {
    return Arrays.stream(Plan.words(key, otherwise, between));
  }
}
