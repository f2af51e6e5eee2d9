package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.MessageChanged;
import dev.parley.message.MessageView;
import dev.parley.room.MemberChanged;
import dev.parley.room.MemberView;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomChange;
import dev.parley.room.RoomRole;
import dev.parley.session.SignedIn;
import dev.parley.user.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomFeedTest {
  private static final long ROOM = 7;
  private static final Person ANA = new Person(1, "ana");
  private static final Person BO = new Person(2, "bo");

  private final TreeMap<Long, RoomChange> database = new TreeMap<>();
  private final RecordedWire anaHears = new RecordedWire();
  private final RecordedWire boHears = new RecordedWire();
  private final Connection ana = connection(ANA, anaHears);
  private final Connection bo = connection(BO, boHears);
  private final List<Runnable> later = new ArrayList<>();
  private long nanos;
  private boolean awake = true;
  private final RoomFeed feed = newFeed();
  private int looks;

  @BeforeEach
  void anaListensFromTheStart() {
    ana.open(1L, "hello", Map.of(), room -> true);
    bo.open(1L, "hello", Map.of(), room -> true);
    anaHears.take();
    boHears.take();
    feed.add(ana);
    feed.startAt(0, List.of());
  }

  @Test
  void whatComesInOrderIsToldAtOnceAndNothingIsRead() {
    feed.offer(stored(0, message(1), message(2)));
    feed.offer(stored(2, message(3)));
    assertThat(anaHears.take()).extracting(RoomFeedTest::revs).containsExactly("0→1", "1→2", "2→3");
    assertThat(looks).isZero();
  }

  @Test
  void whoWasInTheRoomHearsFromTheStart() {
    var late = newFeed();
    late.offer(stored(5, message(6)));
    late.startAt(5, List.of(ana, bo));
    assertThat(anaHears.take()).extracting(RoomFeedTest::revs).containsExactly("5→6");
    assertThat(boHears.take()).extracting(RoomFeedTest::revs).containsExactly("5→6");
  }

  /** They may have left since they were read, and have been taken out in order. */
  @Test
  void onceStartedItFollowsTheLogAlone() {
    feed.startAt(0, List.of(bo));
    feed.offer(stored(0, message(1)));
    assertThat(boHears.take()).isEmpty();
  }

  @Test
  void whatHasGatheredGoesOutInOneText() {
    var late = newFeed();
    late.add(bo);
    late.offer(stored(1, message(2)));
    late.offer(stored(0, message(1)));
    late.offer(stored(2, message(3), message(4)));
    int before = boHears.sends();
    late.startAt(0, List.of());
    assertThat(boHears.take())
        .extracting(RoomFeedTest::revs)
        .containsExactly("0→1", "1→2", "2→3", "3→4");
    assertThat(boHears.sends()).isEqualTo(before + 1);
  }

  @Test
  void whatIsToldAlreadyDoesNotKeepWhatFollowsBack() {
    var late = newFeed();
    late.add(bo);
    late.offer(stored(0, message(1)));
    late.offer(stored(1, message(2)));
    late.offer(stored(2, message(3)));
    late.startAt(2, List.of());
    assertThat(boHears.take()).extracting(RoomFeedTest::revs).containsExactly("2→3");
    assertThat(looks).isZero();
  }

  @Test
  void aGapIsFilledFromTheDatabaseAndWhatFillsItIsNotRepeated() {
    var first = stored(0, message(1));
    var second = stored(1, message(2));
    feed.offer(second);
    feed.offer(first);
    assertThat(anaHears.take()).extracting(RoomFeedTest::revs).containsExactly("0→1", "1→2");
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void aRevThatAnObjectHasLeftBehindIsNoHole() {
    stored(0, message(1));
    var edited = stored(2, message(3)); // change 2 was overtaken by change 3 of the same message
    feed.offer(edited);
    feed.offer(stored(3, message(4)));
    assertThat(anaHears.take()).extracting(RoomFeedTest::revs).containsExactly("0→1", "1→3", "3→4");
  }

  @Test
  void whoeverJoinsHearsWhatFollows() {
    feed.offer(stored(0, message(1), member(2, BO, false), message(3)));
    assertThat(anaHears.take()).extracting(RoomFeedTest::revs).containsExactly("0→1", "1→2", "2→3");
    assertThat(boHears.take()).extracting(RoomFeedTest::revs).containsExactly("1→2", "2→3");
  }

  @Test
  void whoeverLeavesHearsNothingFromThereOn() {
    feed.add(bo);
    feed.offer(stored(0, message(1), member(2, BO, true), message(3)));
    feed.offer(stored(3, message(4)));
    assertThat(boHears.take()).extracting(RoomFeedTest::revs).containsExactly("0→1");
    assertThat(anaHears.take()).hasSize(4);
  }

  @Test
  void nothingIsToldBeforeItIsKnownWhereToStart() {
    var late = newFeed();
    late.add(bo);
    late.offer(stored(0, message(1)));
    late.offer(stored(1, message(2)));
    assertThat(boHears.take()).isEmpty();
    late.startAt(1, List.of());
    assertThat(boHears.take()).extracting(RoomFeedTest::revs).containsExactly("1→2");
  }

  @Test
  void itIsIdleWhenNobodyListensAndNothingWaits() {
    assertThat(feed.isIdle()).isFalse();
    feed.remove(ana);
    assertThat(feed.isIdle()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void inWhateverOrderCommitsAreToldEachIsHeardOnceAndInOrder(long seed) {
    var advances = new ArrayList<RoomAdvanced>();
    for (long rev = 1; rev <= 200; rev++) {
      advances.add(stored(rev - 1, message(rev)));
    }
    Collections.shuffle(advances, new Random(seed));
    advances.forEach(feed::offer);
    assertThat(anaHears.take())
        .extracting(RoomFeedTest::revs)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 200).mapToObj(rev -> (rev - 1) + "→" + rev).toList());
  }

  @Test
  void underLoadItGathersForAsLongAsTellingTakes() {
    crowd(100);
    tellTwoAtOnce();
    feed.offer(stored(2, message(3)));
    feed.offer(stored(3, message(4)));
    assertThat(anaHears.take()).isEmpty();
    assertThat(later).hasSize(1);
    nanos += RoomFeed.rest(100);
    later.remove(0).run();
    assertThat(anaHears.take()).extracting(RoomFeedTest::revs).containsExactly("2→3", "3→4");
    assertThat(later).isEmpty();
  }

  @Test
  void whenItIsQuietItTellsAtOnce() {
    crowd(100);
    for (long rev = 1; rev <= 3; rev++) {
      feed.offer(stored(rev - 1, message(rev)));
      assertThat(anaHears.take()).hasSize(1);
    }
    assertThat(later).isEmpty();
  }

  @Test
  void itRestsNoLongerThanFiftyMillisecondsAndASmallRoomNotAtAll() {
    assertThat(RoomFeed.rest(19)).isZero();
    assertThat(RoomFeed.rest(20)).isEqualTo(1_000_000);
    assertThat(RoomFeed.rest(100_000)).isEqualTo(50_000_000);
  }

  @Test
  void whatWasCommittedAndNotToldIsToldOnceItIsSeen() {
    stored(0, message(1), message(2));
    feed.seen(2);
    feed.seen(2);
    assertThat(anaHears.take()).extracting(RoomFeedTest::revs).containsExactly("0→1", "1→2");
    feed.offer(stored(2, message(3)));
    feed.seen(3);
    assertThat(anaHears.take()).extracting(RoomFeedTest::revs).containsExactly("2→3");
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void whatWasReadBeforeItWentOnIsToldAsFarAsItIsNew() {
    feed.offer(stored(0, message(1)));
    feed.offer(stored(0, message(1), message(2), message(3)));
    feed.offer(stored(1, message(2)));
    assertThat(anaHears.take()).extracting(RoomFeedTest::revs).containsExactly("0→1", "1→2", "2→3");
    assertThat(looks).isZero();
  }

  /** As it happens while a telling takes its time. */
  @Test
  void whatWasReadFromTheSameRevAgainAndAgainGoesOutInOneText() {
    var late = newFeed();
    late.add(bo);
    late.offer(stored(0, message(1)));
    late.offer(stored(0, message(1), message(2)));
    late.offer(stored(1, message(2)));
    late.offer(stored(0, message(1), message(2), message(3)));
    int before = boHears.sends();
    late.startAt(0, List.of());
    assertThat(boHears.take()).extracting(RoomFeedTest::revs).containsExactly("0→1", "1→2", "2→3");
    assertThat(boHears.sends()).isEqualTo(before + 1);
    assertThat(looks).isZero();
  }

  @Test
  void aNodeThatStoodStillHoldsWhatItHas() {
    awake = false;
    feed.offer(stored(0, message(1)));
    feed.wake();
    assertThat(anaHears.take()).isEmpty();
    awake = true;
    feed.wake();
    assertThat(anaHears.take()).hasSize(1);
  }

  @Test
  void aNodeThatStoodStillWhileItGatheredHoldsWhatItHas() {
    crowd(100);
    tellTwoAtOnce();
    feed.offer(stored(2, message(3)));
    awake = false;
    later.remove(0).run();
    assertThat(anaHears.take()).isEmpty();
    awake = true;
    nanos += RoomFeed.rest(100);
    feed.wake();
    assertThat(anaHears.take()).extracting(RoomFeedTest::revs).containsExactly("2→3");
  }

  /** As they are found after a telling that took its time. */
  private void tellTwoAtOnce() {
    awake = false;
    feed.offer(stored(0, message(1)));
    feed.offer(stored(1, message(2)));
    awake = true;
    feed.wake();
    assertThat(anaHears.take()).extracting(RoomFeedTest::revs).containsExactly("0→1", "1→2");
  }

  private void crowd(int connections) {
    for (int i = 1; i < connections; i++) {
      var one = connection(new Person(100 + i, "one"), new RecordedWire());
      one.open(1L, "hello", Map.of(), room -> true);
      feed.add(one);
    }
  }

  private RoomFeed newFeed() {
    return new RoomFeed(
        ROOM, this::advanceFrom, this::connectionsOf, this::run, () -> nanos, () -> awake);
  }

  private void run(Runnable task, long wait) {
    if (wait > 0) {
      later.add(task);
    } else {
      task.run();
    }
  }

  private RoomAdvanced stored(long before, RoomChange... changes) {
    for (RoomChange change : changes) {
      database.put(change.rev(), change);
    }
    long upTo = changes[changes.length - 1].rev();
    return new RoomAdvanced(ROOM, before, upTo, List.of(changes));
  }

  private RoomAdvanced advanceFrom(long since) {
    looks++;
    return new RoomAdvanced(
        ROOM, since, database.lastKey(), List.copyOf(database.tailMap(since, false).values()));
  }

  private List<Connection> connectionsOf(long userId) {
    return userId == BO.id() ? List.of(bo) : List.of(ana);
  }

  private static Connection connection(Person who, Wire wire) {
    var proof = new SignedIn(who.id(), who.id(), "", Instant.MAX);
    return new Connection(wire, proof, Runnable::run, 0);
  }

  private static MessageChanged message(long rev) {
    return new MessageChanged(
        ROOM,
        new MessageView(rev, rev, ANA, "c-" + rev, "text", Instant.EPOCH, null, null, null, null));
  }

  private static MemberChanged member(long rev, Person who, boolean left) {
    return new MemberChanged(ROOM, rev, new MemberView(who, RoomRole.MEMBER, left ? true : null));
  }

  /** From which rev to which a frame leads. */
  private static String revs(String frame) {
    return frame.replaceFirst(".*\"prev\":([0-9]+),\"rev\":([0-9]+).*", "$1→$2");
  }
}
