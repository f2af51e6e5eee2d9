package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.TestDatabase;
import jakarta.persistence.NoResultException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewIdsTest {
  private final TestDatabase database = new TestDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void idsRiseByOneAlsoFromRangeToRange() {
    assertThat(take(IdsOf.database(database), 100))
        .containsExactlyElementsOf(Stream.iterate(1L, id -> id + 1).limit(100).toList());
  }

  @Test
  void twoNodesNeverGiveTheSame() {
    var one = IdsOf.database(database);
    var other = IdsOf.database(database);
    assertThat(
            Stream.generate(() -> List.of(one, other))
                .limit(50)
                .flatMap(List::stream)
                .flatMap(node -> take(node, 1).stream()))
        .doesNotHaveDuplicates()
        .hasSize(100);
  }

  @Test
  void eachNameHasItsOwn() {
    var ids = IdsOf.database(database);
    take(ids, 3);
    assertThat(database.inTransaction(() -> ids.next("users"))).isEqualTo(1);
  }

  @Test
  void anUnknownNameHasNone() {
    var ids = IdsOf.database(database);
    assertThatThrownBy(() -> database.inTransaction(() -> ids.next("nothing")))
        .isInstanceOf(NoResultException.class);
  }

  private List<Long> take(NewIds ids, int count) {
    return database.inTransaction(
        () -> Stream.generate(() -> ids.next("rooms")).limit(count).toList());
  }
}
