package dev.parley.room;

import static dev.parley.testing.Paths.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many who do different things at the same time: nobody stands in another's way. */
@ParleyTest
class CrowdIT {
  private static final int PEOPLE = 10;
  private final People people;

  CrowdIT(People people) {
    this.people = people;
  }

  @Test
  void whoeverMakesRoomsIsNotHeldUpByOthersWhoDo() {
    var crowd = Together.run(PEOPLE, i -> people.newcomer());
    assertThat(
            Together.run(
                PEOPLE,
                i -> {
                  for (int j = 0; j < 10; j++) {
                    crowd
                        .get(i)
                        .makesRoom(Map.of("name", "r " + Names.unique(), "kind", "PRIVATE"));
                  }
                  return i;
                }))
        .hasSize(PEOPLE);
  }

  @Test
  void onePersonMakesManyRoomsAtOnce() {
    var ana = people.newcomer();
    assertThat(
            Together.run(
                PEOPLE,
                i -> {
                  for (int j = 0; j < 5; j++) {
                    ana.makesRoom(Map.of("name", "r", "kind", "PRIVATE"));
                  }
                  return i;
                }))
        .hasSize(PEOPLE);
  }

  @Test
  void whoeverJoinsAndLeavesIsNotHeldUpByOthersWhoDo() {
    var ana = people.ana();
    List<Long> rooms = Together.run(3, i -> ana.makesRoom());
    var crowd = Together.run(PEOPLE, i -> people.newcomer());
    assertThat(
            Together.run(
                PEOPLE,
                i -> {
                  for (int j = 0; j < 10; j++) {
                    long room = rooms.get((i + j) % rooms.size());
                    crowd.get(i).joins(room);
                    crowd.get(i).says(room, i + "." + j);
                    crowd.get(i).api().delete(member(room, crowd.get(i))).expect(204);
                  }
                  return i;
                }))
        .hasSize(PEOPLE);
  }
}
