package dev.parley.realtime;

import static dev.parley.testing.Paths.member;
import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Json;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever follows the protocol's rules holds in the end what the server holds. */
@ParleyTest
class FollowersIT {
  private static final int CLIENTS = 20;
  private static final int ROOMS = 3;
  private static final int STEPS = Integer.getInteger("parley.testing.steps");
  private final List<Person> persons;
  private final List<Long> rooms = new ArrayList<>();
  private final Person ana;

  FollowersIT(People people) {
    this.ana = people.ana();
    this.persons = IntStream.range(0, CLIENTS).mapToObj(i -> people.newcomer()).toList();
  }

  @Test
  void whateverHappensEveryClientEndsWithWhatHistorySays() {
    long seed = Long.getLong("parley.testing.seed", new Random().nextLong());
    System.out.println("seed: " + seed); // what JUnit publishes is shown by no runner here
    IntStream.range(0, ROOMS).forEach(i -> rooms.add(ana.makesRoom()));
    var followers = persons.stream().map(Follower::new).toList();
    Together.run(
        CLIENTS,
        i -> {
          var random = new Random(seed + i);
          for (int step = 0; step < STEPS; step++) {
            act(followers.get(i), random, i + "." + step);
          }
          return i;
        });
    followers.forEach(follower -> assertHoldsWhatTheServerHolds(follower, seed));
    followers.forEach(Follower::close);
  }

  private void act(Follower follower, Random random, String what) {
    long room = rooms.get(random.nextInt(ROOMS));
    Person person = follower.person();
    switch (random.nextInt(16)) {
      case 0 -> person.joins(room);
      case 1 -> person.api().delete(member(room, person)).expectAnyOf(204, 404);
      case 2 -> ana.api().delete(member(room, person)).expectAnyOf(204, 404);
      case 3 -> follower.loseTheSocket();
      case 4 -> person.says(room, what);
      case 5 -> ana.api().patch(room(room), Map.of("description", what)).expect(200);
      case 6, 7 -> follower.changeOneOfItsOwn("edit", random, Map.of("text", "edited " + what));
      case 8 -> follower.changeOneOfItsOwn("delete", random, Map.of());
      case 9, 10 -> follower.react(room, random, true);
      case 11 -> follower.react(room, random, false);
      default -> follower.send(room, what, what);
    }
  }

  private void assertHoldsWhatTheServerHolds(Follower follower, long seed) {
    follower.comeBack();
    JsonNode mine =
        follower.person().api().get("/api/chat/rooms?joined=true").expect(200).json().path("rooms");
    follower.catchUp(mine);
    assertThat(follower.rooms())
        .as("rooms of %s with seed %d", follower.person(), seed)
        .containsExactlyInAnyOrderElementsOf(Json.ids(mine));
    for (long id : follower.rooms()) {
      JsonNode page = follower.person().api().get(messages(id) + "?limit=200").json();
      var history = new ArrayList<JsonNode>();
      page.path("messages").forEach(history::add);
      assertThat(follower.messages(id, page))
          .as("room %d of %s with seed %d", id, follower.person(), seed)
          .isEqualTo(history);
      assertThat(follower.description(id))
          .as("description of room %d with seed %d", id, seed)
          .isEqualTo(ana.api().get(room(id)).json().path("description").asText());
    }
  }
}
