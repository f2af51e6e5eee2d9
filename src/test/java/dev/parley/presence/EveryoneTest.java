package dev.parley.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cluster.Cluster;
import dev.parley.testing.TestDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several nodes on one database, in one thread. */
class EveryoneTest {
  private static final long ANA = 1;
  private static final long BO = 2;

  private final TestDatabase database = new TestDatabase();
  private final Everyone one = node(false);
  private final Everyone two = node(false);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whoeverIsConnectedToOneNodeIsHereOnTheOther() {
    assertThat(look(one, Set.of(ANA), 0)).containsExactly(ANA);
    assertThat(look(two, Set.of(BO), 0)).containsExactlyInAnyOrder(ANA, BO);
    assertThat(look(one, Set.of(ANA), 400)).containsExactlyInAnyOrder(ANA, BO);
  }

  @Test
  void whoeverLeavesOneNodeIsNotHereAnyMoreUnlessTheyAreAtAnother() {
    look(one, Set.of(ANA, BO), 0);
    look(two, Set.of(BO), 0);
    look(one, Set.of(), 400);
    assertThat(look(two, Set.of(BO), 800)).containsExactly(BO);
    look(one, Set.of(ANA), 1_200); // and back
    assertThat(look(two, Set.of(BO), 1_600)).containsExactlyInAnyOrder(ANA, BO);
  }

  @Test
  void aNodeThatIsSilentIsAliveAndOneThatIsDeadIsNot() {
    look(one, Set.of(ANA), 0);
    long now = 0;
    for (; now <= 60_000; now += 2_000) {
      look(one, Set.of(ANA), now);
      assertThat(look(two, Set.of(), now)).containsExactly(ANA);
    }
    long died = now - 2_000;
    assertThat(look(two, Set.of(), died + RemoteNode.LOST_AFTER)).containsExactly(ANA);
    assertThat(look(two, Set.of(), died + RemoteNode.LOST_AFTER + 1)).isEmpty();
  }

  @Test
  void aNodeThatWasTakenForDeadTellsEverythingAnew() {
    look(one, Set.of(ANA), 0);
    look(two, Set.of(), 0);
    look(two, Set.of(), RemoteNode.DEAD_AFTER + 1);
    assertThat(database.inTransaction(() -> store().revs())).hasSize(1);
    assertThat(look(two, Set.of(), RemoteNode.DEAD_AFTER + 400)).isEmpty();
    look(one, Set.of(ANA), RemoteNode.DEAD_AFTER + 800);
    assertThat(look(two, Set.of(), RemoteNode.DEAD_AFTER + 1_200)).containsExactly(ANA);
  }

  @Test
  void aNodeThatEndsTakesItsPeopleWithIt() {
    look(one, Set.of(ANA), 0);
    look(two, Set.of(), 0);
    database.inTransaction(
        () -> {
          one.end();
          return 0;
        });
    assertThat(look(two, Set.of(), 400)).isEmpty();
  }

  @Test
  void aSingleNodeWritesNothing() {
    var alone = node(true);
    assertThat(look(alone, Set.of(ANA), 0)).containsExactly(ANA);
    assertThat(database.inTransaction(() -> store().revs())).isEmpty();
  }

  @Test
  void manyWhoComeAtOnceAreAllTold() {
    List<Long> many = LongStream.rangeClosed(1, 700).boxed().toList();
    look(one, many, 0);
    assertThat(look(two, Set.of(), 400)).containsExactlyInAnyOrderElementsOf(many);
    look(one, many.subList(0, 300), 800);
    look(one, many, 1_200);
    assertThat(look(two, Set.of(), 1_600)).hasSize(700);
  }

  private Collection<Long> look(Everyone node, Collection<Long> ours, long now) {
    return database.inTransaction(() -> node.here(ours, now));
  }

  private Everyone node(boolean alone) {
    var node = new Everyone();
    node.store = store();
    node.cluster =
        new Cluster() {
          @Override
          public boolean isAlone() {
            return alone;
          }
        };
    return node;
  }

  private PresenceStore store() {
    var store = new PresenceStore();
    store.entities = database.entities();
    return store;
  }
}
