package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final List<Long> ROOMS = LongStream.rangeClosed(1, 10).boxed().toList();

  private final Turns turns = new Turns();

  @Test
  void inFourLooksEachRoomIsAskedForOnce() {
    var asked = new ArrayList<Long>();
    for (int i = 0; i < 4; i++) {
      List<Long> now = look();
      assertThat(now).hasSizeLessThan(ROOMS.size());
      asked.addAll(now);
    }
    assertThat(asked).containsExactlyInAnyOrderElementsOf(ROOMS);
  }

  @Test
  void allAreAskedForOnceWhereThatIsTold() {
    turns.askForAll();
    turns.askForAll();
    assertThat(look()).isEqualTo(ROOMS);
    assertThat(look()).hasSizeLessThan(ROOMS.size());
  }

  private List<Long> look() {
    return ROOMS.stream().filter(turns.next()::test).toList();
  }
}
