package dev.parley.room;

import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Together;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading one room, and changing its head. */
@ParleyTest
class RoomDetailsIT {
  private final People people;
  private final Person ana;
  private final Person bo;
  private long room;

  RoomDetailsIT(People people) {
    this.people = people;
    this.ana = people.ana();
    this.bo = people.bo();
  }

  @BeforeEach
  void makeARoom() {
    room = ana.makesRoom();
  }

  @Test
  void theDetailsTellMembersAndTheNewestMessagesOldestFirst() {
    for (int i = 1; i <= 51; i++) {
      ana.says(room, "message " + i);
    }
    JsonNode details = details();
    assertThat(details.path("lastSeq").asLong()).isEqualTo(51);
    assertThat(details.path("messages")).hasSize(50);
    assertThat(details.at("/messages/0/text").asText()).isEqualTo("message 2");
    assertThat(details.at("/messages/49/text").asText()).isEqualTo("message 51");
    assertThat(details.path("members")).hasSize(1);
    assertThat(details.at("/members/0/user/id").asLong()).isEqualTo(ana.id());
    assertThat(details.at("/members/0/user/name").asText()).isEqualTo(ana.username());
  }

  @Test
  void whoIsNoMemberReadsAPublicRoomWithoutAPlaceInIt() {
    ana.says(room, "for everyone");
    JsonNode seen = bo.api().get(room(room)).expect(200).json();
    assertThat(seen.at("/messages/0/text").asText()).isEqualTo("for everyone");
    assertThat(seen.has("role")).isFalse();
    assertThat(seen.has("unread")).isFalse();
  }

  @Test
  void unreadCountsWhatOthersWroteSinceIWasHere() {
    bo.joins(room);
    ana.says(room, "one");
    ana.says(room, "two");
    assertThat(bo.api().get(room(room)).json().path("unread").asInt()).isEqualTo(2);
    assertThat(details().path("unread").asInt()).isZero();
  }

  @Test
  void whatIsHeldAlreadyIsNotSentAgain() {
    String tag = tag();
    Answer again = ana.api().with("If-None-Match", tag).get(room(room)).expect(304);
    assertThat(again.bytes()).isEmpty();
    assertThat(again.header("ETag")).contains(tag);
  }

  @Test
  void aMessageMakesTheTagAnother() {
    String tag = tag();
    bo.says(room, "news");
    ana.api().with("If-None-Match", tag).get(room(room)).expect(200);
  }

  @Test
  void aMembersNewNameMakesTheTagAnother() {
    Person newcomer = people.newcomer();
    newcomer.joins(room);
    String tag = tag();
    newcomer.api().patch("/api/users/me", Map.of("displayName", "New Name")).expect(200);
    ana.api().with("If-None-Match", tag).get(room(room)).expect(200);
  }

  @Test
  void anOwnerRenamesAndDescribes() {
    String name = "New " + Names.unique();
    JsonNode changed =
        ana.api().patch(room(room), Map.of("name", name, "description", "why")).expect(200).json();
    assertThat(changed.path("name").asText()).isEqualTo(name);
    assertThat(details().path("name").asText()).isEqualTo(name);
    assertThat(details().path("description").asText()).isEqualTo("why");
  }

  @Test
  void whatIsAbsentInAnEditStays() {
    String name = details().path("name").asText();
    ana.api().patch(room(room), Map.of("description", "only this")).expect(200);
    assertThat(details().path("name").asText()).isEqualTo(name);
    assertThat(details().path("description").asText()).isEqualTo("only this");
  }

  @Test
  void ofTwoEditsForOneTagOneIsMade() {
    String tag = tag();
    var statuses =
        Together.run(
            2,
            i ->
                ana.api()
                    .with("If-Match", tag)
                    .patch(room(room), Map.of("description", "edit " + i))
                    .status());
    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
  }

  @Test
  void anEditForAnEarlierHeadIsRefusedAndChangesNothing() {
    String tag = tag();
    ana.api().patch(room(room), Map.of("description", "first")).expect(200);
    ana.api()
        .with("If-Match", tag)
        .patch(room(room), Map.of("description", "second"))
        .expectProblem(412, "precondition_failed");
    assertThat(details().path("description").asText()).isEqualTo("first");
  }

  @Test
  void aMessageDoesNotStandInTheWayOfAnEdit() {
    String tag = tag();
    bo.says(room, "in between");
    ana.api().with("If-Match", tag).patch(room(room), Map.of("description", "kept")).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"x\"", "nonsense", "\"99999999999999999999.1.1\""})
  void aTagThatWasNeverGivenFitsNothing(String tag) {
    ana.api()
        .with("If-Match", tag)
        .patch(room(room), Map.of("description", "no"))
        .expectProblem(412, "precondition_failed");
    ana.api().with("If-Match", tag).delete(room(room)).expectProblem(412, "precondition_failed");
  }

  @Test
  void anyTagFitsAStar() {
    ana.api().with("If-Match", "*").patch(room(room), Map.of("description", "yes")).expect(200);
  }

  @Test
  void aMemberAndAStrangerMayNotEditOrArchive() {
    bo.joins(room);
    JsonNode before = details();
    for (Person other : new Person[] {bo, people.cy()}) {
      other
          .api()
          .patch(room(room), Map.of("name", "Taken " + Names.unique()))
          .expectProblem(403, "forbidden");
      other.api().delete(room(room)).expectProblem(403, "forbidden");
    }
    assertThat(details()).isEqualTo(before);
  }

  @Test
  void anEditIsCheckedFieldByFieldAndARefusalChangesNothing() {
    JsonNode before = details();
    ana.api().patch(room(room), Map.of("name", " ")).expectInvalid("name", "size");
    ana.api().patch(room(room), Map.of("name", "a\u0007")).expectInvalid("name", "pattern");
    ana.api().patch(room(room), Map.of("name", "n".repeat(61))).expectInvalid("name", "size");
    ana.api()
        .patch(room(room), Map.of("description", "d".repeat(501)))
        .expectInvalid("description", "size");
    ana.api().patch(room(room), "{\"name\":7}").expectProblem(400, "malformed_json");
    assertThat(details()).isEqualTo(before);
  }

  @Test
  void aNameThatIsTakenIsRefusedAndChangesNothing() {
    String taken = "Taken " + Names.unique();
    bo.makesRoom(Map.of("name", taken));
    JsonNode before = details();
    ana.api()
        .patch(room(room), Map.of("name", taken.toUpperCase(java.util.Locale.ROOT)))
        .expectProblem(409, "room_name_taken");
    assertThat(details()).isEqualTo(before);
  }

  @Test
  void aRoomMayTakeItsOwnNameInAnotherCase() {
    String name = details().path("name").asText().toUpperCase(java.util.Locale.ROOT);
    ana.api().patch(room(room), Map.of("name", name)).expect(200);
    assertThat(details().path("name").asText()).isEqualTo(name);
  }

  @Test
  void anEditThatChangesNothingStoresNothing() {
    ana.api().patch(room(room), Map.of("description", "What for")).expect(200);
    JsonNode before = details();
    var same = Map.of("name", before.path("name").asText() + " ", "description", " What for");
    ana.api().patch(room(room), same).expect(200);
    ana.api().patch(room(room), Map.of()).expect(200);
    assertThat(details()).isEqualTo(before);
  }

  @Test
  void anArchivedRoomCanBeReadAndNotWritten() {
    ana.says(room, "before");
    ana.api().delete(room(room)).expect(204);
    assertThat(details().path("archived").asBoolean()).isTrue();
    assertThat(details().at("/messages/0/text").asText()).isEqualTo("before");
    ana.api().post(messages(room), Map.of("text", "after")).expectProblem(409, "room_archived");
    ana.api().patch(room(room), Map.of("name", "x")).expectProblem(409, "room_archived");
    ana.api().delete(room(room)).expectProblem(409, "room_archived");
    assertThat(details().path("lastSeq").asLong()).isEqualTo(1);
  }

  @Test
  void theNameOfAnArchivedRoomIsFree() {
    String name = details().path("name").asText();
    ana.api().delete(room(room)).expect(204);
    bo.makesRoom(Map.of("name", name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "9223372036854775807", "9223372036854775808", "1e3", "x", "1.0"})
  void anIdThatNoRoomHasIsNotFound(String id) {
    ana.api().get("/api/chat/rooms/" + id).expectProblem(404, "not_found");
  }

  private JsonNode details() {
    return ana.api().get(room(room)).expect(200).json();
  }

  private String tag() {
    return ana.api().get(room(room)).header("ETag").orElseThrow();
  }
}
