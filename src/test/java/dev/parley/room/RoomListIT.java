package dev.parley.room;

import static dev.parley.testing.Paths.ROOMS;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Json;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding rooms. */
@ParleyTest
class RoomListIT {
  private final String mark = Names.unique();
  private final People people;
  private final Person ana;
  private final Person bo;

  RoomListIT(People people) {
    this.people = people;
    this.ana = people.ana();
    this.bo = people.bo();
  }

  @Test
  void aPartOfTheNameInAnyCaseFindsARoom() {
    long garden = named("Garten Übersicht " + mark);
    assertThat(ids("query=" + encoded("ÜBERSICHT " + mark))).containsExactly(garden);
    assertThat(ids("query=" + encoded("no such room " + mark))).isEmpty();
  }

  @Test
  void aNameIsFoundInAnyForm() {
    long street = named("Straße Café " + mark);
    for (String query : List.of("strasse cafe\u0301", "STRASSE\u00A0CAFÉ", "ｓｔｒａßｅ　ｃａｆé")) {
      assertThat(ids("query=" + encoded(query + " " + mark))).as(query).containsExactly(street);
    }
    assertThat(ids("query=" + encoded("\u202E"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "!", "\\", "'", "\"", "*", "100%", "a_b", "!%", "[a]"})
  void aQueryIsFoundLiterally(String text) {
    long wanted = named(text + " " + mark);
    named("axb 1000 " + mark);
    assertThat(ids("query=" + encoded(text + " " + mark))).containsExactly(wanted);
  }

  @Test
  void joinedTellsMineFromTheOthers() {
    long mine = named("Mine " + mark);
    long theirs = bo.makesRoom(Map.of("name", "Theirs " + mark));
    assertThat(ids("query=" + mark)).containsExactly(mine, theirs);
    assertThat(ids("joined=true&query=" + mark)).containsExactly(mine);
    assertThat(ids("joined=false&query=" + mark)).containsExactly(theirs);
  }

  @Test
  void onlyMyOwnRoomsTellMyPlaceInThem() {
    named("Mine " + mark);
    bo.makesRoom(Map.of("name", "Theirs " + mark));
    JsonNode rooms = list("query=" + mark).path("rooms");
    assertThat(rooms.path(0).path("role").asText()).isEqualTo("OWNER");
    assertThat(rooms.path(0).has("unread")).isTrue();
    assertThat(rooms.path(1).has("role")).isFalse();
    assertThat(rooms.path(1).has("readSeq")).isFalse();
    assertThat(rooms.path(1).has("unread")).isFalse();
  }

  @Test
  void pagesFollowOneAnotherWithoutHoleOrRepeat() {
    List<Long> made = List.of(named("1 " + mark), named("2 " + mark), named("3 " + mark));
    var found = new ArrayList<Long>();
    JsonNode page = list("limit=1&query=" + mark);
    found.addAll(ids(page));
    while (page.has("next")) {
      page = list("limit=1&query=" + mark + "&cursor=" + page.path("next").asText());
      found.addAll(ids(page));
    }
    assertThat(found).isEqualTo(made);
  }

  @Test
  void thePageThatHoldsTheLastRoomNamesNoNext() {
    named("1 " + mark);
    named("2 " + mark);
    assertThat(list("limit=2&query=" + mark).has("next")).isFalse();
  }

  @Test
  void aLargeLimitIsCut() {
    named("1 " + mark);
    assertThat(ids("limit=1000000000&query=" + mark)).hasSize(1);
    assertThat(ids("limit=99999999999999999999&query=" + mark)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "ten", "%00", "1e3", "+5", ""})
  void aLimitIsAWholeNumberFromOne(String limit) {
    ana.api().get(ROOMS + "?limit=" + limit).expectInvalid("limit", "range");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "!!", "YWZ0ZXI6LTE", "YWZ0ZXI6MXg", "%00", ""})
  void aCursorIsOneThatWasHandedOut(String cursor) {
    ana.api().get(ROOMS + "?cursor=" + cursor).expectInvalid("cursor", "unknown");
  }

  @Test
  void joinedIsTrueOrFalse() {
    ana.api().get(ROOMS + "?joined=perhaps").expectInvalid("joined", "pattern");
  }

  @Test
  void aQueryMayHaveAHundredCharactersAndNoMore() {
    ana.api().get(ROOMS + "?query=" + "q".repeat(100)).expect(200);
    ana.api().get(ROOMS + "?query=" + "q".repeat(101)).expectInvalid("query", "size");
  }

  @Test
  void aQueryHasNoControlCharacters() {
    ana.api().get(ROOMS + "?query=a%00b").expectInvalid("query", "pattern");
    ana.api().get(ROOMS + "?query=a%01b").expectInvalid("query", "pattern");
  }

  @Test
  void anArchivedRoomIsListedForItsMembersOnly() {
    long room = named("Old " + mark);
    ana.api().delete(room(room)).expect(204);
    assertThat(ids("query=" + mark)).containsExactly(room);
    assertThat(ids(bo.api().get(ROOMS + "?query=" + mark).json())).isEmpty();
  }

  @Test
  void aPrivateRoomIsListedForItsMembersOnly() {
    long room = ana.makesRoom(Map.of("name", "Secret " + mark, "kind", "PRIVATE"));
    assertThat(ids("query=" + mark)).containsExactly(room);
    assertThat(ids(bo.api().get(ROOMS + "?query=" + mark).json())).isEmpty();
    assertThat(ids(people.cy().api().get(ROOMS + "?joined=false&query=" + mark).json())).isEmpty();
  }

  private long named(String name) {
    return ana.makesRoom(Map.of("name", name));
  }

  private JsonNode list(String query) {
    return ana.api().get(ROOMS + "?" + query).expect(200).json();
  }

  private List<Long> ids(String query) {
    return ids(list(query));
  }

  private static List<Long> ids(JsonNode page) {
    return Json.ids(page.path("rooms"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
