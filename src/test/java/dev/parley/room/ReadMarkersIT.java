package dev.parley.room;

import static dev.parley.testing.Paths.read;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far someone has read. */
@ParleyTest
class ReadMarkersIT {
  private final Person ana;
  private final Person bo;
  private long room;

  ReadMarkersIT(People people) {
    this.ana = people.ana();
    this.bo = people.bo();
  }

  @BeforeEach
  void sayThreeThings() {
    room = ana.makesRoom();
    bo.joins(room);
    ana.says(room, "one");
    ana.says(room, "two");
    ana.says(room, "three");
  }

  @Test
  void readingMovesTheMarkerForward() {
    bo.api().put(read(room), Map.of("seq", 2)).expect(204);
    assertPlace(2, 1);
  }

  @Test
  void aMarkerNeverMovesBack() {
    bo.api().put(read(room), Map.of("seq", 2)).expect(204);
    bo.api().put(read(room), Map.of("seq", 1)).expect(204);
    assertPlace(2, 1);
  }

  @Test
  void aMarkerStopsAtTheEnd() {
    bo.api().put(read(room), Map.of("seq", Long.MAX_VALUE)).expect(204);
    assertPlace(3, 0);
    ana.says(room, "four");
    assertPlace(3, 1);
  }

  @Test
  void whatIWriteMyselfIsRead() {
    bo.says(room, "four");
    assertPlace(4, 0);
  }

  @Test
  void moreThanNinetyNineUnreadAreNotCounted() {
    for (int i = 0; i < 100; i++) {
      ana.says(room, "more");
    }
    assertPlace(0, 99);
  }

  @Test
  void aNumberBelowZeroIsRefused() {
    bo.api().put(read(room), "{\"seq\":-1}").expectInvalid("seq", "positive_or_zero");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"seq\":null}", "{\"seq\":\"1\"}", "{\"seq\":1.5}"})
  void aNumberIsNeeded(String body) {
    bo.api().put(read(room), body).expectProblem(400, "malformed_json");
    assertPlace(0, 3);
  }

  @Test
  void whoIsNoMemberHasNoMarker(People people) {
    people.cy().api().put(read(room), Map.of("seq", 1)).expectProblem(404, "not_found");
  }

  private void assertPlace(long readSeq, int unread) {
    var seen = bo.api().get(room(room)).expect(200).json();
    assertThat(seen.path("readSeq").asLong()).isEqualTo(readSeq);
    assertThat(seen.path("unread").asInt()).isEqualTo(unread);
  }
}
