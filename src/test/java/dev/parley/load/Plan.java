package dev.parley.load;

import java.util.List;
import java.util.Set;

/**
 * What is asked for on the command line, as {@code -Dparley.load.members=1000}.
 *
 * @param scenarios which of {@code large}, {@code small}, {@code stalled}, {@code idle}, {@code
 *     http} and {@value #NODES} to run
 * @param members of the one large room
 * @param writers of them who write in turn
 * @param rooms of ten members, who all write
 * @param stalled connections that read nothing more after their hello
 * @param idle connections that do nothing
 * @param warm seconds before a scenario is measured, in which the JVM compiles what it needs
 * @param seconds that a rate is measured for
 * @param java further options of the server's JVM
 */
record Plan(
    Set<String> scenarios,
    int members,
    int writers,
    int rooms,
    int stalled,
    int idle,
    int warm,
    int seconds,
    List<String> java) {
  static final int MEMBERS_OF_A_SMALL_ROOM = 10;

  /** The scenario that is not run unless it is asked for: {@link NodesLoadRun}. */
  static final String NODES = "nodes";

  static Plan told() {
    return new Plan(
        Set.of(words("scenarios", "large,small,stalled,idle,http", ",")),
        Integer.getInteger("parley.load.members", 1_000),
        Integer.getInteger("parley.load.writers", 20),
        Integer.getInteger("parley.load.rooms", 200),
        Integer.getInteger("parley.load.stalled", 1_000),
        Integer.getInteger("parley.load.idle", 10_000),
        Integer.getInteger("parley.load.warm", 60),
        Integer.getInteger("parley.load.seconds", 3),
        List.of(words("java", "-Xmx2g", " ")));
  }

  /** Whether anything is asked for that {@link LoadRun} has. */
  static boolean asksForOneNode() {
    return !told().scenarios().equals(Set.of(NODES));
  }

  /** Whether that is asked for which {@link NodesLoadRun} has. */
  static boolean asksForNodes() {
    return told().asksFor(NODES);
  }

  boolean asksFor(String scenario) {
    return scenarios.contains(scenario);
  }

  /** Words of the command line. */
  static String[] words(String key, String otherwise, String between) {
    return System.getProperty("parley.load." + key, otherwise).split(between);
  }
}
