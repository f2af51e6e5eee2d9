package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cluster.ChaoticNetwork.Chaos;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaoticNetworkTest {
  private static final long ROOM = 17;

  private final List<Hint> heard = new ArrayList<>();
  private int missed;

  @Test
  void withoutChaosEverythingArrivesOnceAndInOrder() {
    run(1, Chaos.NONE);
    assertThat(revs()).hasSize(300).isSorted().doesNotHaveDuplicates();
    assertThat(missed).isZero();
  }

  @Test
  void withChaosHintsAreLostDoubledAndOvertaken() {
    run(1, Chaos.ALL);
    assertThat(revs().stream().distinct().count()).as("different ones").isBetween(50L, 290L);
    assertThat(revs()).as("what arrived").isNotEqualTo(revs().stream().sorted().toList());
    assertThat(revs().size())
        .as("arrivals")
        .isGreaterThan((int) revs().stream().distinct().count());
    assertThat(missed).isPositive();
  }

  @Test
  void theSameSeedDoesTheSame() {
    run(7, Chaos.ALL);
    List<Hint> first = List.copyOf(heard);
    heard.clear();
    run(7, Chaos.ALL);
    assertThat(heard).isEqualTo(first);
    heard.clear();
    run(8, Chaos.ALL);
    assertThat(heard).isNotEqualTo(first);
  }

  @Test
  void whoIsCutOffHearsNothingAndIsToldWhenThatEnds() {
    var network = new ChaoticNetwork(1, Chaos.NONE);
    Cluster here = network.node(any -> {}, any -> {});
    Cluster there = network.node(any -> heard.add(any.hint()), any -> missed++);
    there.follow(ROOM);
    network.cut(there);
    here.tell(new Hint.Room(ROOM, 1));
    network.step();
    network.mend(there);
    here.tell(new Hint.Room(ROOM, 2));
    network.settle();
    assertThat(revs()).containsExactly(2L);
    assertThat(missed).isEqualTo(1);
  }

  private void run(long seed, Chaos chaos) {
    missed = 0;
    var network = new ChaoticNetwork(seed, chaos);
    Cluster here = network.node(any -> {}, any -> {});
    Cluster there = network.node(any -> heard.add(any.hint()), any -> missed++);
    there.follow(ROOM);
    for (long rev = 1; rev <= 300; rev++) {
      here.tell(new Hint.Room(ROOM, rev));
      network.step();
    }
    network.settle();
  }

  private List<Long> revs() {
    return heard.stream().map(hint -> ((Hint.Room) hint).rev()).toList();
  }
}
