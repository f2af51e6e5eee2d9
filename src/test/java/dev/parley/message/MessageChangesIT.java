package dev.parley.message;

import static dev.parley.testing.Paths.message;
import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Together;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editing, deleting and reacting, over HTTP and on the socket. */
@ParleyTest
class MessageChangesIT {
  private static final String THUMB = "👍";

  private final Person ana;
  private final Person bo;
  private final Person cy;
  private long room;
  private long seq;

  MessageChangesIT(People people) {
    this.ana = people.ana();
    this.bo = people.bo();
    this.cy = people.cy();
  }

  @BeforeEach
  void anaSaysSomethingToBo() {
    room = ana.makesRoom();
    bo.joins(room);
    seq = ana.says(room, "first words").path("seq").asLong();
  }

  @Test
  void anAuthorChangesTheText() {
    JsonNode before = read();
    JsonNode edited = edit(ana, "better words").expect(200).json();
    assertThat(edited.path("text").asText()).isEqualTo("better words");
    assertThat(edited.path("edited").asText()).isGreaterThanOrEqualTo(before.path("at").asText());
    assertThat(edited.path("rev").asLong()).isEqualTo(before.path("rev").asLong() + 1);
    assertThat(edited.path("seq")).isEqualTo(before.path("seq"));
    assertThat(read()).isEqualTo(edited);
  }

  @Test
  void nobodyElseChangesTheText() {
    bo.api().patch(message(room, seq), Map.of("text", "mine")).expectProblem(403, "forbidden");
    cy.api().patch(message(room, seq), Map.of("text", "mine")).expectProblem(403, "forbidden");
    assertThat(read().path("text").asText()).isEqualTo("first words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void aTextThatIsNoneChangesNothing(String text) {
    JsonNode before = read();
    edit(ana, text).expectInvalid("text", "not_blank");
    assertThat(read()).isEqualTo(before);
  }

  @Test
  void anEditThatChangesNothingStoresNothing() {
    JsonNode before = read();
    assertThat(edit(ana, "first words").expect(200).json()).isEqualTo(before);
    assertThat(read()).isEqualTo(before);
    assertThat(lastRev()).isEqualTo(before.path("rev").asLong());
    edit(bo, "first words").expectProblem(403, "forbidden");
    try (ChatSocket socket = ana.online()) {
      var same = Map.of("room", room, "seq", seq, "text", "first words");
      assertThat(socket.ask("edit", same).path("rev")).isEqualTo(before.path("rev"));
    }
    assertThat(read()).isEqualTo(before);
  }

  @Test
  void ofTwoEditsWithOneTagOneGoesThrough() {
    String tag = ana.api().get(message(room, seq)).expect(200).header("ETag").orElseThrow();
    List<Integer> statuses =
        Together.run(
            2,
            i ->
                ana.api()
                    .with("If-Match", tag)
                    .patch(message(room, seq), Map.of("text", "edit " + i))
                    .expectAnyOf(200, 412));
    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
  }

  @Test
  void aDeletedMessageLeavesItsPlaceOnly() {
    react(bo, THUMB, true).expect(200);
    ana.api().delete(message(room, seq)).expect(204);
    JsonNode left = read();
    assertThat(left.has("text")).isFalse();
    assertThat(left.has("reactions")).isFalse();
    assertThat(left.path("deleted").asText()).isNotBlank();
    assertThat(ana.says(room, "next").path("seq").asLong()).isEqualTo(seq + 1);
  }

  @Test
  void deletingTwiceChangesNothingMore() {
    ana.api().delete(message(room, seq)).expect(204);
    JsonNode once = read();
    ana.api().delete(message(room, seq)).expect(204);
    assertThat(read()).isEqualTo(once);
  }

  @Test
  void aModeratorDeletesWhatOthersWroteAndAMemberDoesNot() {
    long bos = bo.says(room, "bo's").path("seq").asLong();
    bo.api().delete(message(room, seq)).expectProblem(403, "forbidden");
    ana.api().delete(message(room, bos)).expect(204);
  }

  @Test
  void nothingIsChangedAboutADeletedMessage() {
    ana.api().delete(message(room, seq)).expect(204);
    edit(ana, "back").expectProblem(409, "message_deleted");
    react(bo, THUMB, true).expectProblem(409, "message_deleted");
  }

  @Test
  void reactionsAreToldInTheOrderInWhichTheyCame() {
    react(bo, THUMB, true).expect(200);
    react(ana, "🎉", true).expect(200);
    react(ana, THUMB, true).expect(200);
    assertThat(read().path("reactions").toString())
        .isEqualTo(
            "[{\"emoji\":\"%s\",\"by\":[%d,%d]},{\"emoji\":\"🎉\",\"by\":[%d]}]"
                .formatted(THUMB, bo.id(), ana.id(), ana.id()));
  }

  @Test
  void reactingTwiceOrTakingBackNothingChangesNothing() {
    react(bo, THUMB, false).expect(200);
    react(bo, THUMB, true).expect(200);
    JsonNode once = read();
    react(bo, THUMB, true).expect(200);
    assertThat(read()).isEqualTo(once);
    react(bo, THUMB, false).expect(200);
    assertThat(read().has("reactions")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "+1", "👍👍", "<b>", "1", "%00", "👍 "})
  void whatIsNotOneEmojiIsRefused(String text) {
    react(bo, text, true).expectInvalid("emoji", "pattern");
  }

  @ParameterizedTest
  @ValueSource(strings = {"❤️", "👩‍👩‍👧‍👦", "🇸🇪", "1️⃣", "👍🏽", "🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"})
  void anEmojiIsOneHoweverItIsMade(String emoji) {
    react(bo, emoji, true).expect(200);
    assertThat(read().at("/reactions/0/emoji").asText()).isEqualTo(emoji);
  }

  @Test
  void oneEmojiInTwoFormsIsOneReaction() {
    react(bo, "1\u20E3", true).expect(200); // as some keyboards write it
    JsonNode once = read();
    react(bo, "1\uFE0F\u20E3", true).expect(200);
    assertThat(read()).isEqualTo(once);
    react(bo, "1\uFE0F\u20E3", false).expect(200);
    assertThat(read().has("reactions")).isFalse();
  }

  @Test
  void aMessageHasTwentyDifferentEmojiAtMost() {
    for (int i = 0; i < MessageChanges.MAX_EMOJI; i++) {
      react(bo, Character.toString(0x1F600 + i), true).expect(200);
    }
    react(ana, Character.toString(0x1F600), true).expect(200);
    react(ana, "🎉", true).expectInvalid("emoji", "too_many");
  }

  @Test
  void aRepeatedClientIdIsAnsweredWithTheMessageAsItIsNow() {
    var draft = Map.of("text", "once", "cid", "c-1");
    long posted = ana.api().post(messages(room), draft).expect(201).json().path("seq").asLong();
    ana.api().patch(message(room, posted), Map.of("text", "twice")).expect(200);
    JsonNode again = ana.api().post(messages(room), draft).expect(200).json();
    assertThat(again.path("seq").asLong()).isEqualTo(posted);
    assertThat(again.path("text").asText()).isEqualTo("twice");
  }

  @Test
  void onTheSocketTheSameHolds() {
    try (ChatSocket socket = ana.online();
        ChatSocket theOther = bo.online()) {
      var place = Map.of("room", room, "seq", seq);
      JsonNode edited = socket.ask("edit", Map.of("room", room, "seq", seq, "text", "by frame"));
      JsonNode frame = theOther.awaitEvent("message");
      assertThat(frame.path("rev")).isEqualTo(edited.path("rev"));
      assertThat(frame.at("/m/text").asText()).isEqualTo("by frame");
      theOther.ask("react", Map.of("room", room, "seq", seq, "emoji", THUMB, "on", true));
      assertThat(
              socket
                  .await("a reaction", f -> f.at("/m/reactions/0/emoji").asText().equals(THUMB))
                  .at("/m/reactions/0/by/0")
                  .asLong())
          .isEqualTo(bo.id());
      assertThat(theOther.askAndFail("delete", place).path("code").asText()).isEqualTo("forbidden");
      socket.ask("delete", place);
      theOther.await("the tombstone", f -> f.at("/m/deleted").isTextual());
    }
  }

  @Test
  void anOutsiderChangesNothingInAPrivateRoom() {
    long secret = ana.makesRoom(Map.of("name", Names.unique(), "kind", "PRIVATE"));
    long there = ana.says(secret, "secret").path("seq").asLong();
    String unknown = bo.api().get("/api/chat/rooms/888888888888").expect(404).text();
    assertThat(bo.api().patch(message(secret, there), Map.of("text", "x")).expect(404).text())
        .isEqualTo(unknown);
    assertThat(bo.api().delete(message(secret, there)).expect(404).text()).isEqualTo(unknown);
    assertThat(
            bo.api()
                .put(message(secret, there) + "/reactions/" + encoded(THUMB), Map.of())
                .expect(404)
                .text())
        .isEqualTo(unknown);
  }

  private long lastRev() {
    return ana.api().get(room(room)).expect(200).json().path("lastRev").asLong();
  }

  private JsonNode read() {
    return ana.api().get(message(room, seq)).expect(200).json();
  }

  private Answer edit(Person who, String text) {
    return who.api().patch(message(room, seq), Map.of("text", text));
  }

  private Answer react(Person who, String emoji, boolean on) {
    String path = message(room, seq) + "/reactions/" + encoded(emoji);
    return on ? who.api().put(path, Map.of()) : who.api().delete(path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
