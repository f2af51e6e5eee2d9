package dev.parley.room;

import static dev.parley.testing.Paths.ROOMS;
import static dev.parley.testing.Paths.members;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Making rooms. */
@ParleyTest
class RoomsIT {
  private final People people;
  private final Person ana;

  RoomsIT(People people) {
    this.people = people;
    this.ana = people.ana();
  }

  @Test
  void aNewRoomIsToldWithItsPlaceAndItsCreatorIsTheOwner() {
    String name = "Garden " + Names.unique();
    Answer answer =
        ana.api().post(ROOMS, Map.of("name", name, "description", "Beds & paths")).expect(201);
    JsonNode room = answer.json();
    assertThat(URI.create(answer.header("Location").orElseThrow()).getPath())
        .isEqualTo(room(room.path("id").asLong()));
    assertThat(room.path("name").asText()).isEqualTo(name);
    assertThat(room.path("description").asText()).isEqualTo("Beds & paths");
    assertThat(room.path("kind").asText()).isEqualTo("PUBLIC");
    assertThat(room.path("role").asText()).isEqualTo("OWNER");
    assertThat(room.path("lastSeq").asLong()).isZero();
    assertThat(room.path("unread").asLong()).isZero();
    assertThat(room.path("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z");
  }

  @Test
  void whoeverIsNamedInANewRoomIsAMember() {
    Person bo = people.bo();
    long room =
        ana.makesRoom(
            Map.of("name", "With Bo " + Names.unique(), "members", List.of(bo.id(), bo.id())));
    assertThat(bo.api().get(room(room)).json().path("role").asText()).isEqualTo("MEMBER");
    assertThat(ana.api().get(members(room)).json().path("members")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"garden,GARDEN", "straße,STRASSE", "ｗｉｄｅ,wide", "ﬁne,fine", "Ⅳ,iv", "é,e\u0301"})
  void aPublicNameIsTakenInEveryCaseAndForm(String first, String second) {
    String end = " " + Names.unique();
    ana.makesRoom(Map.of("name", first + end));
    people
        .bo()
        .api()
        .post(ROOMS, Map.of("name", "  " + second + "  " + end))
        .expectProblem(409, "room_name_taken");
  }

  @Test
  void ofAllWhoTakeANameAtOnceOneGetsIt() {
    String name = "Rush " + Names.unique();
    assertThat(
            dev.parley.testing.Together.run(
                20, i -> ana.api().post(ROOMS, Map.of("name", name)).status()))
        .containsOnlyOnce(201)
        .containsOnly(201, 409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\t\n", "\u3000"})
  void aNameIsNotBlank(String name) {
    ana.api().post(ROOMS, Map.of("name", name)).expectInvalid("name", "size");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0007b", "a\u202Eb", "a\u200Bb", "a\uE000b", "a\u2066b", "a\uFEFFb"})
  void aNameHasNothingInvisible(String name) {
    ana.api().post(ROOMS, Map.of("name", name)).expectInvalid("name", "pattern");
  }

  @Test
  void aNameMayHaveSixtyCharactersAndNoMore() {
    String end = Names.unique();
    String longest = "😀".repeat(60 - end.length()) + end;
    assertThat(ana.api().post(ROOMS, Map.of("name", longest)).expect(201).json().path("name"))
        .hasToString('"' + longest + '"');
    ana.api().post(ROOMS, Map.of("name", longest + "a")).expectInvalid("name", "size");
    ana.api().post(ROOMS, Map.of("name", "a".repeat(500_000))).expectInvalid("name", "size");
  }

  @Test
  void aNameThatIsLongWhenSpelledOutIsRefused() {
    ana.api().post(ROOMS, Map.of("name", "\uFDFA".repeat(60))).expectInvalid("name", "size");
  }

  @Test
  void aNameIsNeeded() {
    ana.api().post(ROOMS, "{}").expectInvalid("name", "not_null");
    ana.api().post(ROOMS, "{\"name\":null}").expectInvalid("name", "not_null");
  }

  @Test
  void aDescriptionMayHaveFiveHundredCharactersAndNoMore() {
    String name = "Long " + Names.unique();
    ana.api()
        .post(ROOMS, Map.of("name", name, "description", "d".repeat(501)))
        .expectInvalid("description", "size");
    String longest = "😀".repeat(250);
    assertThat(
            ana.api()
                .post(ROOMS, Map.of("name", name, "description", longest))
                .expect(201)
                .json()
                .path("description")
                .asText())
        .isEqualTo(longest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"SECRET\"", "\"public\"", "1", "[]", "\"\""})
  void aKindIsOneThatThereIs(String kind) {
    String body = "{\"name\":\"Kind %s\",\"kind\":%s}".formatted(Names.unique(), kind);
    assertThat(ana.api().post(ROOMS, body).expectProblem(400, "malformed_json").at("/errors/0"))
        .hasToString(
            "{\"field\":\"kind\",\"code\":\"wrong_type\",\"message\":\"The value is not of the kind"
                + " that is expected here.\"}");
  }

  @Test
  void anUnknownMemberMakesNoRoom() {
    String name = "Nobody " + Names.unique();
    ana.api()
        .post(ROOMS, Map.of("name", name, "members", List.of(people.bo().id(), 1L << 60)))
        .expectInvalid("members", "unknown");
    ana.api().post(ROOMS, Map.of("name", name)).expect(201);
  }

  @Test
  void aHundredMembersMayBeNamedAndNoMore() {
    var tooMany = java.util.Collections.nCopies(101, people.bo().id());
    ana.api()
        .post(ROOMS, Map.of("name", "Crowd " + Names.unique(), "members", tooMany))
        .expectInvalid("members", "size");
  }

  @Test
  void whatTheServerDecidesIsNotTakenFromTheBody() {
    String body =
        """
        {"name":"Mine %s","id":1,"role":"MEMBER","createdAt":"1999-01-01T00:00:00Z","lastSeq":7,
         "createdBy":%d,"author":%d,"archived":true}\
        """
            .formatted(Names.unique(), people.bo().id(), people.bo().id());
    JsonNode room = ana.api().post(ROOMS, body).expect(201).json();
    assertThat(room.path("id").asLong()).isGreaterThan(1);
    assertThat(room.path("role").asText()).isEqualTo("OWNER");
    assertThat(room.path("createdAt").asText()).doesNotStartWith("1999");
    assertThat(room.path("lastSeq").asLong()).isZero();
    assertThat(room.has("archived")).isFalse();
    assertThat(ana.api().get(members(room.path("id").asLong())).json().path("members")).hasSize(1);
  }

  @Test
  void textIsKeptAsItWasTyped() {
    String name = "'; drop table rooms; -- <b>%_\\ " + Names.unique();
    JsonNode room = ana.api().post(ROOMS, Map.of("name", name)).expect(201).json();
    assertThat(ana.api().get(room(room.path("id").asLong())).json().path("name").asText())
        .isEqualTo(name);
  }
}
