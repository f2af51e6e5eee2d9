package dev.parley.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AttendanceTest {
  private static final long ANA = 1;
  private static final long BO = 2;
  private static final PresenceChange ANA_IS_HERE = new PresenceChange(ANA, Presence.ONLINE);
  private static final PresenceChange ANA_HAS_GONE = new PresenceChange(ANA, Presence.OFFLINE);

  private final Attendance attendance = new Attendance();

  @Test
  void whoeverComesIsToldOnce() {
    assertThat(attendance.changes(Set.of(ANA), 0)).containsExactly(ANA_IS_HERE);
    assertThat(attendance.changes(Set.of(ANA), 1_000)).isEmpty();
    assertThat(attendance.isHere(ANA)).isTrue();
    assertThat(attendance.isHere(BO)).isFalse();
  }

  @Test
  void whoeverIsAwayForAMomentHasNotGone() {
    attendance.changes(Set.of(ANA), 0);
    assertThat(attendance.changes(Set.of(), 4_999)).isEmpty();
    assertThat(attendance.changes(Set.of(ANA), 5_000)).isEmpty();
    assertThat(attendance.changes(Set.of(), 9_999)).isEmpty();
  }

  @Test
  void whoeverIsAwayForLongerHasGoneAndIsToldOnce() {
    attendance.changes(Set.of(ANA), 0);
    assertThat(attendance.changes(Set.of(), 5_000)).containsExactly(ANA_HAS_GONE);
    assertThat(attendance.changes(Set.of(), 6_000)).isEmpty();
    assertThat(attendance.isHere(ANA)).isFalse();
    assertThat(attendance.changes(Set.of(ANA), 7_000)).containsExactly(ANA_IS_HERE);
  }

  @Test
  void ofManyWhoComeOrGoAtOnceSomeAreToldLater() {
    Set<Long> crowd = LongStream.rangeClosed(1, 450).boxed().collect(Collectors.toSet());
    assertThat(List.of(0, 1, 2, 3))
        .extracting(now -> attendance.changes(crowd, now).size())
        .containsExactly(200, 200, 50, 0);
    assertThat(List.of(6_000, 6_001, 6_002, 6_003))
        .extracting(now -> attendance.changes(Set.of(), now).size())
        .containsExactly(200, 200, 50, 0);
  }
}
