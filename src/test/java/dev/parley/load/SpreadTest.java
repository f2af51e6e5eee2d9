package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void anEvenRoomHasAsManyMembersAtEachNodeButOne() {
    assertThat(nodes(Spread.evenly(3), 0)).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 0);
    assertThat(nodes(Spread.evenly(3), 1)).containsExactly(1, 2, 0, 1, 2, 0, 1, 2, 0, 1);
  }

  @Test
  void whenRoomsTakeTurnsNodesDoToo() {
    Spread spread = Spread.evenly(2);
    assertThat(IntStream.range(0, 4).map(room -> spread.node(room, 5))).containsExactly(1, 0, 1, 0);
  }

  @Test
  void roomByRoomAllMembersAreTogether() {
    assertThat(nodes(Spread.roomByRoom(2), 6)).containsOnly(0);
    assertThat(nodes(Spread.roomByRoom(2), 7)).containsOnly(1);
  }

  private static List<Integer> nodes(Spread spread, int room) {
    return IntStream.range(0, 10).mapToObj(place -> spread.node(room, place)).toList();
  }
}
