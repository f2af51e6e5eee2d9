package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.room.RoomListChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PersonalFeedTest {
  private final List<Long> told = new ArrayList<>();
  private final PersonalFeed feed = new PersonalFeed(10, change -> told.add(change.userRev()));

  /** Whoever left a room and came back would hear that they came, and then that they left. */
  @Test
  void changesAreToldInTheirOrderWhoeverComesFirst() {
    feed.offer(change(12));
    assertThat(told).isEmpty();
    feed.offer(change(11));
    feed.offer(change(13));
    assertThat(told).containsExactly(11L, 12L, 13L);
  }

  @Test
  void whatTheGreetingToldIsNotToldAgain() {
    feed.offer(change(10));
    assertThat(told).isEmpty();
    assertThat(feed.lacks(10)).isFalse();
  }

  @Test
  void theWholeListStandsForWhatIsMissing() {
    feed.offer(change(12));
    feed.offer(change(14));
    assertThat(feed.lacks(13)).isTrue();
    feed.makeUp(13, () -> told.add(0L));
    assertThat(told).containsExactly(0L, 14L);
    assertThat(feed.lacks(14)).isFalse();
  }

  /** The list was read before that, and would be told after it. */
  @Test
  void aListThatIsOlderThanWhatWasToldMeanwhileIsNotTold() {
    LongStream.rangeClosed(11, 12).mapToObj(PersonalFeedTest::change).forEach(feed::offer);
    feed.makeUp(11, () -> told.add(0L));
    assertThat(told).containsExactly(11L, 12L);
  }

  @Test
  void theConnectionThatWasToldLeastCounts() {
    feed.startAt(12);
    assertThat(feed.lacks(11)).isTrue();
    feed.startAt(8);
    assertThat(feed.lacks(9)).isTrue();
  }

  private static RoomListChanged change(long rev) {
    return new RoomListChanged(1, rev, List.of(), List.of());
  }
}
