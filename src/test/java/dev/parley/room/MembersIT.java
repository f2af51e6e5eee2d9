package dev.parley.room;

import static dev.parley.testing.Paths.member;
import static dev.parley.testing.Paths.members;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joining, adding, roles and leaving. */
@ParleyTest
class MembersIT {
  private final Person ana;
  private final Person bo;
  private final Person cy;
  private long room;

  MembersIT(People people) {
    this.ana = people.ana();
    this.bo = people.bo();
    this.cy = people.cy();
  }

  @BeforeEach
  void makeARoom() {
    room = ana.makesRoom();
  }

  @Test
  void whoeverJoinsAPublicRoomIsAMemberOfIt() {
    JsonNode joined = bo.api().post(members(room), Map.of()).expect(201).json();
    assertThat(joined.at("/user/id").asLong()).isEqualTo(bo.id());
    assertThat(joined.path("role").asText()).isEqualTo("MEMBER");
    assertThat(roles()).containsExactlyInAnyOrder(ana.id() + " OWNER", bo.id() + " MEMBER");
  }

  @Test
  void joiningAgainChangesNothing() {
    bo.joins(room);
    long rev = rev();
    bo.api().post(members(room), Map.of()).expect(200);
    ana.api().post(members(room), Map.of()).expect(200);
    assertThat(rev()).isEqualTo(rev);
    assertThat(roles()).containsExactlyInAnyOrder(ana.id() + " OWNER", bo.id() + " MEMBER");
  }

  @Test
  void joiningTwentyTimesAtOnceIsOneChange() {
    long rev = rev();
    var statuses =
        Together.run(20, i -> bo.api().post(members(room), Map.of()).expectAnyOf(200, 201));
    assertThat(statuses).containsOnlyOnce(201);
    assertThat(rev()).isEqualTo(rev + 1);
  }

  @Test
  void whoeverJoinsHasReadWhatWasThereBefore() {
    ana.says(room, "early");
    bo.joins(room);
    assertThat(bo.api().get(room(room)).json().path("unread").asInt()).isZero();
  }

  @Test
  void aMemberAddsOthersToAPublicRoom() {
    bo.joins(room);
    bo.api().post(members(room), Map.of("userId", cy.id())).expect(201);
    assertThat(roles()).hasSize(3);
  }

  @Test
  void aStrangerAddsNobodyElse() {
    bo.api().post(members(room), Map.of("userId", cy.id())).expectProblem(403, "forbidden");
    assertThat(roles()).hasSize(1);
  }

  @Test
  void onlyAModeratorAddsToAPrivateRoom() {
    room = ana.makesRoom(privately(bo));
    bo.api().post(members(room), Map.of("userId", cy.id())).expectProblem(403, "forbidden");
    assertThat(roles()).hasSize(2);
    role(bo, "MODERATOR").expect(200);
    bo.api().post(members(room), Map.of("userId", cy.id())).expect(201);
    assertThat(roles()).hasSize(3);
  }

  @Test
  void nobodyThatThereIsNotIsAdded() {
    ana.api().post(members(room), Map.of("userId", 1L << 60)).expectInvalid("userId", "unknown");
    ana.api().post(members(room), Map.of("userId", -1)).expectInvalid("userId", "unknown");
    assertThat(roles()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "1.5", "true", "[1]", "99999999999999999999", "1e999"})
  void aUserIdIsAWholeNumber(String id) {
    bo.api().post(members(room), "{\"userId\":" + id + "}").expectProblem(400, "malformed_json");
    assertThat(roles()).hasSize(1);
  }

  @Test
  void aRoleIsNotChosenWhenJoining() {
    bo.api().post(members(room), "{\"role\":\"OWNER\"}").expect(201);
    assertThat(roles()).contains(bo.id() + " MEMBER");
  }

  @Test
  void nobodyJoinsAnArchivedRoom() {
    ana.api().delete(room(room)).expect(204);
    bo.api().post(members(room), Map.of()).expectProblem(409, "room_archived");
    assertThat(roles()).hasSize(1);
  }

  @Test
  void anOwnerGivesRoles() {
    bo.joins(room);
    assertThat(role(bo, "MODERATOR").expect(200).json().path("role").asText())
        .isEqualTo("MODERATOR");
    assertThat(roles()).containsExactlyInAnyOrder(ana.id() + " OWNER", bo.id() + " MODERATOR");
  }

  @Test
  void aRoleThatIsTheMembersAlreadyStoresNothing() {
    bo.joins(room);
    long rev = ana.api().get(room(room)).json().path("lastRev").asLong();
    assertThat(role(bo, "MEMBER").expect(200).json().path("role").asText()).isEqualTo("MEMBER");
    ana.api().patch(member(room, ana), Map.of("role", "OWNER")).expect(200);
    assertThat(ana.api().get(room(room)).json().path("lastRev").asLong()).isEqualTo(rev);
  }

  @Test
  void onlyAnOwnerGivesRoles() {
    bo.joins(room);
    role(bo, "MODERATOR").expect(200);
    for (Person other : List.of(bo, cy)) {
      other.api().patch(member(room, bo), Map.of("role", "OWNER")).expectProblem(403, "forbidden");
    }
    assertThat(roles()).containsExactlyInAnyOrder(ana.id() + " OWNER", bo.id() + " MODERATOR");
  }

  @Test
  void theLastOwnerStaysOne() {
    ana.api().patch(member(room, ana), Map.of("role", "MEMBER")).expectProblem(403, "forbidden");
    assertThat(roles()).containsExactlyInAnyOrder(ana.id() + " OWNER");
  }

  @Test
  void aRoleIsOneThatThereIs() {
    bo.joins(room);
    ana.api().patch(member(room, bo), "{}").expectInvalid("role", "not_null");
    ana.api().patch(member(room, bo), "{\"role\":\"KING\"}").expectProblem(400, "malformed_json");
    ana.api().patch(member(room, bo), "{\"role\":2}").expectProblem(400, "malformed_json");
    assertThat(roles()).contains(bo.id() + " MEMBER");
  }

  @Test
  void whoIsNotInTheRoomHasNoRoleAndCannotBeRemoved() {
    ana.api().patch(member(room, bo), Map.of("role", "MODERATOR")).expectProblem(404, "not_found");
    ana.api().delete(member(room, bo)).expectProblem(404, "not_found");
    bo.api().delete(member(room, bo)).expectProblem(404, "not_found");
  }

  @Test
  void aMemberLeaves() {
    bo.joins(room);
    bo.api().delete(member(room, bo)).expect(204);
    assertThat(roles()).containsExactlyInAnyOrder(ana.id() + " OWNER");
    assertThat(bo.api().get(room(room)).json().has("role")).isFalse();
  }

  @Test
  void whoeverComesBackIsAPlainMember() {
    bo.joins(room);
    role(bo, "MODERATOR").expect(200);
    bo.api().delete(member(room, bo)).expect(204);
    bo.joins(room);
    assertThat(roles()).contains(bo.id() + " MEMBER");
  }

  @Test
  void aMemberRemovesNobodyElse() {
    bo.joins(room);
    cy.joins(room);
    bo.api().delete(member(room, cy)).expectProblem(403, "forbidden");
    bo.api().delete(member(room, ana)).expectProblem(403, "forbidden");
    assertThat(roles()).hasSize(3);
  }

  @Test
  void aModeratorRemovesMembersAndNoOwner() {
    bo.joins(room);
    cy.joins(room);
    role(bo, "MODERATOR").expect(200);
    bo.api().delete(member(room, ana)).expectProblem(403, "forbidden");
    bo.api().delete(member(room, cy)).expect(204);
    assertThat(roles()).containsExactlyInAnyOrder(ana.id() + " OWNER", bo.id() + " MODERATOR");
  }

  @Test
  void whenTheLastOwnerGoesAModeratorFollows() {
    bo.joins(room);
    cy.joins(room);
    role(cy, "MODERATOR").expect(200);
    ana.api().delete(member(room, ana)).expect(204);
    assertThat(roles(cy)).containsExactlyInAnyOrder(bo.id() + " MEMBER", cy.id() + " OWNER");
  }

  @Test
  void whereThereIsNoModeratorTheLongestMemberFollows() {
    cy.joins(room);
    bo.joins(room);
    ana.api().delete(member(room, ana)).expect(204);
    assertThat(roles(cy)).containsExactlyInAnyOrder(bo.id() + " MEMBER", cy.id() + " OWNER");
  }

  @Test
  void oneOfTwoOwnersMayGoWithoutASuccessor() {
    bo.joins(room);
    cy.joins(room);
    role(bo, "OWNER").expect(200);
    ana.api().delete(member(room, ana)).expect(204);
    assertThat(roles(cy)).containsExactlyInAnyOrder(bo.id() + " OWNER", cy.id() + " MEMBER");
  }

  @Test
  void ofTwoOwnersWhoStepDownAtOnceOneStays() {
    bo.joins(room);
    role(bo, "OWNER").expect(200);
    List<Person> owners = List.of(ana, bo);
    var statuses =
        Together.run(
            2,
            i ->
                owners
                    .get(i)
                    .api()
                    .patch(member(room, owners.get(i)), Map.of("role", "MEMBER"))
                    .status());
    assertThat(statuses).containsExactlyInAnyOrder(200, 403);
  }

  @Test
  void everyoneMayListTheMembersOfAPublicRoomPageByPage() {
    bo.joins(room);
    cy.joins(room);
    var seen = new ArrayList<Long>();
    String cursor = "";
    do {
      JsonNode page = cy.api().get(members(room) + "?limit=1" + cursor).expect(200).json();
      assertThat(page.path("members")).hasSize(1);
      seen.add(page.at("/members/0/user/id").asLong());
      cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    assertThat(seen).containsExactlyInAnyOrder(ana.id(), bo.id(), cy.id());
  }

  @Test
  void aPageOfMembersIsAskedForProperly() {
    ana.api().get(members(room) + "?limit=0").expectInvalid("limit", "range");
    ana.api().get(members(room) + "?cursor=x").expectInvalid("cursor", "unknown");
  }

  private dev.parley.testing.Answer role(Person person, String role) {
    return ana.api().patch(member(room, person), Map.of("role", role));
  }

  private static Map<String, Object> privately(Person... members) {
    List<Long> ids = java.util.Arrays.stream(members).map(Person::id).toList();
    return Map.of("name", "private " + Names.unique(), "kind", "PRIVATE", "members", ids);
  }

  private long rev() {
    return ana.api().get(room(room)).expect(200).json().path("lastRev").asLong();
  }

  private List<String> roles() {
    return roles(ana);
  }

  private List<String> roles(Person asking) {
    var roles = new ArrayList<String>();
    asking
        .api()
        .get(members(room))
        .expect(200)
        .json()
        .path("members")
        .forEach(m -> roles.add(m.at("/user/id").asLong() + " " + m.path("role").asText()));
    return roles;
  }
}
