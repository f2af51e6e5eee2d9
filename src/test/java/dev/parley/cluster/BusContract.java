package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every bus does, whatever carries it. */
@Timeout(120)
abstract class BusContract {
  static final long ROOM = 17;
  static final long OTHER_ROOM = 18;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<Node> nodes = new ArrayList<>();

  /** A bus on the server of this test. */
  abstract ClusterBus bus(HintText text, ThreadFactory threads);

  /** Ends the server at once. */
  abstract void kill();

  /** Starts it again. */
  abstract void start();

  /** The server stands still, with all connections open. */
  abstract void hang();

  /** It goes on. */
  abstract void goOn();

  /** Somebody else says something to all nodes. */
  abstract void say(String text);

  /** Connections that nodes have to the server. */
  abstract int connections();

  @AfterEach
  void closeAll() {
    nodes.forEach(Node::close);
  }

  @Test
  void everyHintArrivesAtEveryOtherNodeAndNotAtTheSender() {
    Node a = node("a");
    Node b = node("b");
    Node c = node("c");
    for (Hint hint :
        List.of(
            new Hint.Room(ROOM, 4031),
            new Hint.Person(5, 9),
            new Hint.Renamed(5),
            new Hint.Read(ROOM, 5, 12),
            new Hint.Typing(ROOM, 5))) {
      b.awaitHintOf(a, hint);
      c.awaitHintOf(a, hint);
      a.tell(hint);
    }
    a.awaitHintOf(b, new Hint.Person(6, 1)); // it does hear others
    assertThat(a.heard()).containsOnly(new Hint.Person(6, 1));
  }

  @Test
  void ofManyOnOneRoomTheNewestArrives() {
    Node a = node("a");
    Node b = node("b");
    b.awaitHintOf(a, new Hint.Room(ROOM, 1));
    LongStream.rangeClosed(2, 5_000).forEach(rev -> a.tell(new Hint.Room(ROOM, rev)));
    b.awaitHint(new Hint.Room(ROOM, 5_000));
    assertThat(b.differentHeard()).as("hints that were not overtaken").isLessThan(5_000);
  }

  @Test
  void roomsAreHeardWhileTheyAreFollowed() {
    Node a = node("a");
    Node b = node("b");
    b.cluster().follow(OTHER_ROOM);
    b.cluster().follow(OTHER_ROOM);
    b.cluster().leave(OTHER_ROOM); // the other one still follows
    b.awaitHintOf(a, new Hint.Room(OTHER_ROOM, 1));
    b.cluster().leave(OTHER_ROOM);
    a.tell(new Hint.Room(OTHER_ROOM, 2));
    b.awaitHintOf(a, new Hint.Room(ROOM, 3));
    assertThat(b.heard()).doesNotContain(new Hint.Room(OTHER_ROOM, 2));
  }

  @Test
  void hintsFlowAgainAfterTheServerCameBackAndWhatWasMissedIsAskedFor() {
    Node a = node("a");
    Node b = node("b");
    b.awaitHintOf(a, new Hint.Room(ROOM, 1));
    kill();
    a.awaitDown();
    b.awaitDown();
    int before = b.missed();
    a.tell(new Hint.Room(ROOM, 2)); // is lost
    start();
    b.awaitHintOf(a, new Hint.Room(ROOM, 3));
    b.awaitMissed(before + 1);
    b.awaitHintOf(a, new Hint.Person(1, 3));
    a.awaitHintOf(b, new Hint.Room(ROOM, 4));
  }

  @Test
  void aNodeThatStartsWhileTheServerIsAwayFindsItLater() {
    kill();
    Node a = unconnected("a");
    Node b = unconnected("b");
    b.cluster().follow(ROOM);
    a.awaitDown();
    start();
    b.awaitHintOf(a, new Hint.Room(ROOM, 1));
    b.awaitMissed(1);
  }

  @Test
  void whatIsNotUnderstoodIsPassedOver() {
    Node a = node("a");
    Node b = node("b");
    for (String garbage :
        List.of(
            "",
            " ",
            "parley1",
            "parley2 else r17:0:66",
            "parley1 else r17:0:-66 r17:0:66x r:0:66 x17:0:66 r17:0:99999999999999999999",
            "{\"room\":17,\"rev\":66}",
            "\u2603".repeat(2_000))) {
      say(garbage);
    }
    say("parley1 else what r17:0:77 r17");
    b.awaitHint(new Hint.Room(ROOM, 77));
    b.awaitHintOf(a, new Hint.Room(ROOM, 78));
    assertThat(b.heard()).noneMatch(hint -> hint instanceof Hint.Room room && room.rev() == 66);
  }

  @Test
  void tenThousandHintsArrive() {
    Node a = node("a");
    Node b = node("b");
    long first = 1_000_000_000L;
    LongStream.range(first, first + Gathering.MOST).forEach(b.cluster()::follow);
    b.awaitHintOf(a, new Hint.Typing(first + Gathering.MOST - 1, 5));
    int rooms = Gathering.MOST - 1; // what is typed may still wait beside them
    LongStream.range(first, first + rooms)
        .forEach(room -> a.tell(new Hint.Room(room, 1_000_000_000L)));
    Eventually.holds("all are heard", PATIENCE, () -> b.differentHeard() > rooms);
  }

  @Test
  void tellingDoesNotWaitForAServerThatHangs() {
    Node a = node("a");
    Node b = node("b");
    b.awaitHintOf(a, new Hint.Room(ROOM, 1));
    hang();
    try {
      LongStream.range(0, 100_000).forEach(user -> a.tell(new Hint.Read(ROOM, user, 1)));
      a.awaitDown(); // telling until that is found out
      LongStream.range(0, 100_000).forEach(user -> a.tell(new Hint.Read(ROOM, user, 2)));
    } finally {
      goOn();
    }
    b.awaitHintOf(a, new Hint.Room(ROOM, 2));
  }

  @Test
  void closingEndsAllThreadsAndConnections() {
    Node a = node("a");
    Node b = node("b");
    b.awaitHintOf(a, new Hint.Room(ROOM, 1));
    assertThat(connections()).isPositive();
    a.close();
    b.close();
    a.awaitNoThread();
    b.awaitNoThread();
    Eventually.holds("no connection is left", PATIENCE, () -> connections() == 0);
  }

  @Test
  void closingWhileTheServerIsAwayEndsAllThreads() {
    kill();
    Node a = unconnected("a");
    a.awaitDown();
    a.close();
    a.awaitNoThread();
    start();
  }

  /** A node that is connected and follows the room. */
  Node node(String name) {
    Node node = unconnected(name);
    node.cluster().follow(ROOM);
    return node.awaitUp();
  }

  private Node unconnected(String name) {
    Node node = Node.open(name, this::bus);
    nodes.add(node);
    return node;
  }
}
