package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cluster.ChaoticNetwork.Chaos;
import dev.parley.platform.BusHealth.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest {
  private final ChaoticNetwork network = new ChaoticNetwork(1, Chaos.NONE);
  private final List<Hint> heard = new ArrayList<>();

  @Test
  void aNodeThatIsAloneTellsNobodyAndKeepsNothing() {
    var alone = new Cluster();
    alone.follow(1);
    alone.tell(new Hint.Room(1, 1));
    assertThat(alone.bus()).isEqualTo(State.NONE);
    alone.open(network.bus(new HintText("late")));
    Cluster other = network.node(any -> heard.add(any.hint()), any -> {});
    other.follow(1);
    alone.sendGathered();
    network.settle();
    assertThat(heard).isEmpty();
  }

  @Test
  void anObserverThatFailsDoesNotKeepOthersFromBeingHeard() {
    Cluster here = network.node(any -> {}, any -> {});
    network.node(
        any -> {
          heard.add(any.hint());
          throw new IllegalStateException("an observer's own fault");
        },
        any -> {});
    here.tell(new Hint.Person(1, 1));
    here.tell(new Hint.Person(2, 1));
    network.settle();
    assertThat(heard).containsExactly(new Hint.Person(1, 1), new Hint.Person(2, 1));
  }

  @Test
  void whoeverLeftMoreOftenThanFollowedFollowsAgainWithOne() {
    Cluster here = network.node(any -> {}, any -> {});
    Cluster there = network.node(any -> heard.add(any.hint()), any -> {});
    there.leave(1);
    there.leave(1);
    there.follow(1);
    here.tell(new Hint.Room(1, 1));
    network.settle();
    assertThat(heard).containsExactly(new Hint.Room(1, 1));
  }

  @Test
  void aClosedClusterIsAlone() {
    Cluster here = network.node(any -> {}, any -> {});
    assertThat(here.bus()).isEqualTo(State.UP);
    here.close();
    here.tell(new Hint.Room(1, 1));
    assertThat(here.bus()).isEqualTo(State.NONE);
    assertThat(network.size()).isZero();
  }
}
