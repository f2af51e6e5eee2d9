package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.MessageChanged;
import dev.parley.message.MessageHistory;
import dev.parley.message.MessageView;
import dev.parley.platform.UnavailableException;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomChange;
import dev.parley.session.SignedIn;
import dev.parley.user.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CatchingUpTest {
  private static final Person ANA = new Person(1, "ana");

  private final Map<Long, Long> stands = new HashMap<>(); // where the rooms' logs stand
  private final List<Map<Long, Long>> readings = new ArrayList<>();
  private final List<Long> readAlone = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final Map<Long, RoomFeed> feeds = new TreeMap<>();
  private boolean isAway;
  private long hidden; // changes that are not found together with those of other rooms
  private long nanos;
  private final CatchingUp catchingUp = new CatchingUp(this::read, this::run, () -> nanos);

  @Test
  void aSingleRoomIsReadAtOnce() {
    stores(1, 1);
    assertThat(readings).containsExactly(Map.of(1L, 0L));
    assertThat(feed(1).at()).isEqualTo(1);
  }

  @Test
  void whatComesWithinMillisecondsIsReadTogether() {
    stores(1, 1);
    stores(2, 1);
    stores(3, 2);
    stores(2, 2);
    assertThat(readings).hasSize(1);
    rest();
    assertThat(readings).containsExactly(Map.of(1L, 0L), Map.of(2L, 0L, 3L, 0L));
    assertThat(List.of(feed(2).at(), feed(3).at())).containsExactly(2L, 2L);
    stores(1, 2);
    assertThat(readings).as("it rests again").hasSize(2);
  }

  @Test
  void afterARestASingleRoomIsReadAtOnceAgain() {
    stores(1, 1);
    nanos += CatchingUp.REST_NANOS;
    stores(1, 2);
    assertThat(readings).containsExactly(Map.of(1L, 0L), Map.of(1L, 1L));
  }

  @Test
  void whatIsToldAlreadyIsNotRead() {
    stores(1, 1);
    catchingUp.note(feed(1), 1);
    rest();
    assertThat(readings).hasSize(1);
  }

  @Test
  void noMoreThanSixteenRoomsAreInOneStatement() {
    stores(99, 1);
    LongStream.rangeClosed(1, 20).forEach(room -> stores(room, 1));
    rest();
    assertThat(readings).extracting(Map::size).containsExactly(1, 16, 4);
    assertThat(feeds.values()).allMatch(feed -> feed.at() == 1);
  }

  @Test
  void aFeedThatLacksMuchReadsForItself() {
    stores(1, MessageHistory.FEW);
    nanos += CatchingUp.REST_NANOS;
    stores(1, 2 * MessageHistory.FEW + 1);
    assertThat(readings).containsExactly(Map.of(1L, 0L));
    assertThat(readAlone).containsExactly(1L);
    assertThat(feed(1).at()).isEqualTo(2 * MessageHistory.FEW + 1);
  }

  /** As with a change of another kind than a message. */
  @Test
  void whereNotAllIsFoundAFeedReadsForItself() {
    hidden = 1;
    stores(1, 3);
    assertThat(readings).containsExactly(Map.of(1L, 0L));
    assertThat(readAlone).containsExactly(1L);
    assertThat(feed(1).at()).isEqualTo(3);
    hidden = 1;
    nanos += CatchingUp.REST_NANOS;
    stores(2, 1);
    assertThat(readAlone).as("where nothing is found").containsExactly(1L, 2L);
    assertThat(feed(2).at()).isEqualTo(1);
  }

  @Test
  void afterAFailureItGoesOn() {
    isAway = true;
    stores(1, 1);
    isAway = false;
    stores(1, 2);
    rest();
    assertThat(feed(1).at()).isEqualTo(2);
  }

  private void stores(long room, long rev) {
    stands.put(room, rev);
    catchingUp.note(feed(room), rev);
  }

  /** Runs what waited for the end of the rest. */
  private void rest() {
    nanos += CatchingUp.REST_NANOS;
    List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
  }

  private RoomFeed feed(long room) {
    return feeds.computeIfAbsent(room, this::newFeed);
  }

  private RoomFeed newFeed(long room) {
    var feed =
        new RoomFeed(
            room,
            since -> readAlone(room, since),
            user -> List.of(),
            this::run,
            () -> nanos,
            () -> true);
    var ana =
        new Connection(new RecordedWire(), new SignedIn(1, 1, "", Instant.MAX), Runnable::run, 0);
    feed.startAt(0, List.of(ana));
    return feed;
  }

  private void run(Runnable task, long wait) {
    if (wait > 0) {
      later.add(task);
    } else {
      task.run();
    }
  }

  private Map<Long, RoomAdvanced> read(Map<Long, Long> since) {
    if (isAway) {
      throw new UnavailableException(Duration.ZERO);
    }
    readings.add(Map.copyOf(since));
    var found = new HashMap<Long, RoomAdvanced>();
    since.forEach(
        (room, rev) -> {
          long upTo = stands.get(room) - hidden;
          if (upTo > rev) {
            found.put(room, advanced(room, rev, upTo));
          }
        });
    return found;
  }

  private RoomAdvanced readAlone(long room, long since) {
    readAlone.add(room);
    return advanced(room, since, stands.get(room));
  }

  private static RoomAdvanced advanced(long room, long since, long upTo) {
    List<RoomChange> messages =
        LongStream.rangeClosed(since + 1, upTo).mapToObj(rev -> message(room, rev)).toList();
    return new RoomAdvanced(room, since, upTo, messages);
  }

  private static RoomChange message(long room, long rev) {
    return new MessageChanged(
        room,
        new MessageView(rev, rev, ANA, "c-" + rev, "text", Instant.EPOCH, null, null, null, null));
  }
}
