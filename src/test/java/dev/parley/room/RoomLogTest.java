package dev.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoomLogTest {
  /** The room stood at seq 10 and rev 20; three of each were reserved. */
  private final RoomLog log = new RoomLog(7, RoomKind.PUBLIC, null, Instant.EPOCH, 13, 23, 3, 3);

  @Test
  void numbersFollowWhatWasThereBefore() {
    assertThat(log.before()).isEqualTo(20);
    assertThat(log.nextSeq()).isEqualTo(11);
    assertThat(log.nextRev()).isEqualTo(21);
    assertThat(log.nextSeq()).isEqualTo(12);
    assertThat(log.nextRev()).isEqualTo(22);
  }

  @Test
  void itIsSettledWhenExactlyWhatWasReservedWasUsed() {
    for (int i = 0; i < 3; i++) {
      assertThat(log.isSettled()).isFalse();
      log.nextSeq();
      log.nextRev();
    }
    assertThat(log.isSettled()).isTrue();
    log.nextRev();
    assertThat(log.isSettled()).isFalse();
    assertThat(log.lastSeq()).isEqualTo(13);
    assertThat(log.lastRev()).isEqualTo(24);
  }
}
