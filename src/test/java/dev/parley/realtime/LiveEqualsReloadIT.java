package dev.parley.realtime;

import static dev.parley.testing.Paths.member;
import static dev.parley.testing.Paths.members;
import static dev.parley.testing.Paths.message;
import static dev.parley.testing.Paths.read;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One row for every kind of live change: whoever applies its frames to what they held before holds
 * what a reload shows.
 */
@ParleyTest
class LiveEqualsReloadIT {
  private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
  private static final String THUMB = URLEncoder.encode("👍", StandardCharsets.UTF_8);
  private static final String HEART = URLEncoder.encode("❤️", StandardCharsets.UTF_8);

  /** Ana's room, with a message of hers (1) and one of Bo's (2) under which Ana put a thumb. */
  private record Scene(Person ana, Person bo, Person cy, Person dee, long room) {
    Api anas() {
      return ana.api();
    }

    Api bos() {
      return bo.api();
    }
  }

  @FunctionalInterface
  private interface Act {
    void in(Scene scene);
  }

  /** What can happen while Bo looks on. */
  private enum Change {
    MESSAGE_BY_ANOTHER(s -> s.ana().says(s.room(), "hello")),
    MESSAGE_OF_ONES_OWN(s -> s.bo().says(s.room(), "hello")),
    REPLY(
        s ->
            s.anas()
                .post(room(s.room()) + "/messages", Map.of("text", "yes", "replyTo", 2))
                .expect(201)),
    MESSAGE_BY_A_NEWCOMER(s -> s.dee().says(s.room(), "hello, I am new")),
    EDIT(s -> s.anas().patch(message(s.room(), 1), Map.of("text", "better")).expect(200)),
    DELETE(s -> s.anas().delete(message(s.room(), 1)).expect(204)),
    DELETE_BY_THE_OWNER(s -> s.anas().delete(message(s.room(), 2)).expect(204)),
    REACTION(s -> react(s, HEART)),
    REACTION_LIKE_ANOTHERS(s -> s.bos().put(reaction(s, THUMB), Map.of()).expect(200)),
    REACTION_TAKEN_BACK(s -> s.anas().delete(reaction(s, THUMB)).expect(200)),
    ROOM_RENAMED(s -> s.anas().patch(room(s.room()), named("another " + s.room())).expect(200)),
    ROOM_DESCRIBED(
        s -> s.anas().patch(room(s.room()), Map.of("description", "about it")).expect(200)),
    ROOM_ARCHIVED(s -> s.anas().delete(room(s.room())).expect(204)),
    SOMEONE_JOINS(s -> s.dee().joins(s.room())),
    SOMEONE_IS_ADDED(
        s -> s.anas().post(members(s.room()), Map.of("userId", s.dee().id())).expect(201)),
    SOMEONE_LEAVES(s -> s.cy().api().delete(member(s.room(), s.cy())).expect(204)),
    SOMEONE_IS_REMOVED(s -> s.anas().delete(member(s.room(), s.cy())).expect(204)),
    SOMEONE_COMES_BACK(
        s -> {
          s.cy().api().delete(member(s.room(), s.cy())).expect(204);
          s.cy().joins(s.room());
        }),
    ANOTHERS_ROLE(s -> role(s, s.cy(), "MODERATOR")),
    ONES_OWN_ROLE(s -> role(s, s.bo(), "MODERATOR")),
    ANOTHERS_NAME(
        s -> s.anas().patch("/api/users/me", Map.of("displayName", "Ana Lovelace")).expect(200)),
    ONES_OWN_NAME(s -> s.bos().patch("/api/users/me", Map.of("displayName", "B.")).expect(200)),
    READ_MARKER_OF_ONES_OWN(
        s -> {
          s.ana().says(s.room(), "three");
          s.bos().put(read(s.room()), Map.of("seq", 3)).expect(204);
        }),
    A_ROOM_OF_ONES_OWN(s -> s.bo().makesRoom()),
    A_ROOM_THAT_ONE_IS_ADDED_TO(
        s -> s.ana().makesRoom(Map.of("name", "with " + s.bo(), "members", List.of(s.bo().id())))),
    REMOVED_FROM_THE_ROOM(s -> s.anas().delete(member(s.room(), s.bo())).expect(204)),
    MANY_OF_THEM(
        s -> {
          role(s, s.cy(), "MODERATOR");
          react(s, HEART);
          s.ana().says(s.room(), "one");
          s.bo().says(s.room(), "two");
          s.anas().delete(message(s.room(), 1)).expect(204);
          s.anas().patch(room(s.room()), Map.of("description", "busy")).expect(200);
        });

    @SuppressWarnings("ImmutableEnumChecker") // no lambda above captures anything
    private final Act act;

    Change(Act act) {
      this.act = act;
    }

    private static void react(Scene s, String emoji) {
      s.anas().put(reaction(s, emoji), Map.of()).expect(200);
    }

    private static String reaction(Scene s, String emoji) {
      return message(s.room(), 2) + "/reactions/" + emoji;
    }

    private static void role(Scene s, Person whose, String role) {
      s.anas().patch(member(s.room(), whose), Map.of("role", role)).expect(200);
    }

    private static Map<String, String> named(String name) {
      return Map.of("name", name);
    }
  }

  private final People people;

  LiveEqualsReloadIT(People people) {
    this.people = people;
  }

  @ParameterizedTest
  @EnumSource
  void whoeverFollowsHoldsWhatAReloadShows(Change change) {
    Scene scene = scene();
    try (ChatSocket live = scene.bo().online()) {
      HeldState held = HeldState.load(scene.bo(), scene.room());
      var before = held.all().toString();
      change.act.in(scene);
      HeldState fresh = catchUp(live, held, scene);
      assertThat(held.all()).isEqualTo(fresh.all());
      assertThat(fresh.all().toString()).as("this changed something").isNotEqualTo(before);
    }
  }

  /** Applies frames as they come until they have told all that a reload shows, or time is up. */
  private static HeldState catchUp(ChatSocket live, HeldState held, Scene scene) {
    long end = System.nanoTime() + PATIENCE;
    HeldState fresh;
    int applied = 0;
    do {
      fresh = HeldState.load(scene.bo(), scene.room());
      List<JsonNode> frames = live.frames();
      frames.subList(applied, frames.size()).forEach(held::apply);
      applied = frames.size();
    } while (!held.all().equals(fresh.all()) && System.nanoTime() < end);
    return fresh;
  }

  private Scene scene() {
    Person ana = people.newcomer();
    var scene =
        new Scene(ana, people.newcomer(), people.newcomer(), people.newcomer(), ana.makesRoom());
    scene.bo().joins(scene.room());
    scene.cy().joins(scene.room());
    ana.says(scene.room(), "one");
    scene.bo().says(scene.room(), "two");
    Change.react(scene, THUMB);
    return scene;
  }
}
