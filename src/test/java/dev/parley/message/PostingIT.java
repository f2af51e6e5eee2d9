package dev.parley.message;

import static dev.parley.testing.Paths.members;
import static dev.parley.testing.Paths.message;
import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Together;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting over HTTP. */
@ParleyTest
class PostingIT {
  private final Person ana;
  private final Person bo;
  private long room;

  PostingIT(People people) {
    this.ana = people.ana();
    this.bo = people.bo();
  }

  @BeforeEach
  void makeARoom() {
    room = ana.makesRoom();
  }

  @Test
  void aMessageIsToldWithItsPlace() {
    Answer answer = post(Map.of("text", "hello", "cid", "c-1")).expect(201);
    JsonNode message = answer.json();
    assertThat(URI.create(answer.header("Location").orElseThrow()).getPath())
        .isEqualTo(message(room, 1));
    assertThat(message.path("seq").asLong()).isEqualTo(1);
    assertThat(message.path("rev").asLong()).isPositive();
    assertThat(message.path("text").asText()).isEqualTo("hello");
    assertThat(message.path("cid").asText()).isEqualTo("c-1");
    assertThat(message.at("/by/id").asLong()).isEqualTo(ana.id());
    assertThat(message.at("/by/name").asText()).isEqualTo(ana.username());
    assertThat(message.path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z");
    assertThat(ana.api().get(message(room, 1)).expect(200).json()).isEqualTo(message);
  }

  @Test
  void theSameClientIdIsStoredOnceAndAnsweredTheSame() {
    JsonNode first = post(Map.of("text", "once", "cid", "c-1")).expect(201).json();
    JsonNode second = post(Map.of("text", "another text", "cid", "c-1")).expect(200).json();
    assertThat(second).isEqualTo(first);
    assertThat(lastSeq()).isEqualTo(1);
  }

  @Test
  void aClientIdIsItsAuthorsAndItsRoomsOwn() {
    post(Map.of("text", "ana's", "cid", "c-1")).expect(201);
    bo.api().post(messages(room), Map.of("text", "bo's", "cid", "c-1")).expect(201);
    ana.api()
        .post(messages(ana.makesRoom()), Map.of("text", "elsewhere", "cid", "c-1"))
        .expect(201);
  }

  @Test
  void aClientIdTellsCaseApart() {
    post(Map.of("text", "small", "cid", "c")).expect(201);
    post(Map.of("text", "large", "cid", "C")).expect(201);
  }

  @Test
  void twentyThreadsWithOneClientIdStoreOneMessageAndHearTheSame() {
    var answers = Together.run(20, i -> post(Map.of("text", "from thread " + i, "cid", "at-once")));
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
    assertThat(answers).extracting(Answer::json).containsOnly(answers.get(0).json());
    assertThat(lastSeq()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "c ", " c", "a b", "a\tb", "\u00e9", "\u3000"})
  void aClientIdHasNeitherSpacesNorLettersBeyondAscii(String cid) {
    assertThat(
            post(Map.of("text", "hello", "cid", cid))
                .expectProblem(400, "invalid_input")
                .at("/errors/0/field")
                .asText())
        .isEqualTo("cid");
    assertThat(lastSeq()).isZero();
  }

  @Test
  void aClientIdMayHaveSixtyFourCharactersAndNoMore() {
    post(Map.of("text", "hello", "cid", "c".repeat(64))).expect(201);
    post(Map.of("text", "hello", "cid", "c".repeat(65))).expectInvalid("cid", "size");
  }

  @Test
  void withoutAClientIdEveryMessageIsAnother() {
    assertThat(ana.says(room, "hello").path("cid").asText())
        .isNotEqualTo(ana.says(room, "hello").path("cid").asText());
    assertThat(lastSeq()).isEqualTo(2);
  }

  @Test
  void postingToAPublicRoomJoinsIt() {
    bo.says(room, "let me in");
    JsonNode seen = bo.api().get(room(room)).json();
    assertThat(seen.path("role").asText()).isEqualTo("MEMBER");
    assertThat(seen.path("unread").asInt()).isZero();
    assertThat(ana.api().get(members(room)).json().path("members")).hasSize(2);
  }

  @Test
  void anAnswerNamesTheMessageThatItAnswers() {
    ana.says(room, "question");
    JsonNode answer = post(Map.of("text", "answer", "replyTo", 1)).expect(201).json();
    assertThat(answer.path("replyTo").asLong()).isEqualTo(1);
    assertThat(ana.api().get(message(room, 2)).json().path("replyTo").asLong()).isEqualTo(1);
  }

  @Test
  void anAnswerIsToAMessageOfTheRoom() {
    post(Map.of("text", "answer", "replyTo", 0)).expectInvalid("replyTo", "positive");
    post(Map.of("text", "answer", "replyTo", -1)).expectInvalid("replyTo", "positive");
    post(Map.of("text", "answer", "replyTo", 1)).expectInvalid("replyTo", "unknown");
    ana.says(ana.makesRoom(), "in another room");
    post(Map.of("text", "answer", "replyTo", 1)).expectInvalid("replyTo", "unknown");
    assertThat(lastSeq()).isZero();
  }

  @Test
  void whoeverAnswersNothingDoesNotJoin() {
    JsonNode before = ana.api().get(room(room)).json();
    bo.api()
        .post(messages(room), Map.of("text", "answer", "replyTo", 1))
        .expectInvalid("replyTo", "unknown");
    assertThat(ana.api().get(room(room)).json()).isEqualTo(before);
  }

  @Test
  void aDeletedMessageIsNotAnsweredAnyMoreAndWhatAnswersItStays() {
    ana.says(room, "question");
    JsonNode early = post(Map.of("text", "early", "replyTo", 1, "cid", "c-1")).expect(201).json();
    ana.api().delete(message(room, 1)).expect(204);
    post(Map.of("text", "late", "replyTo", 1)).expectInvalid("replyTo", "unknown");
    assertThat(post(Map.of("text", "early", "replyTo", 1, "cid", "c-1")).expect(200).json())
        .isEqualTo(early);
    assertThat(lastSeq()).isEqualTo(2);
  }

  @Test
  void anAnswerToNothingIsRefusedAloneOfManyAtOnce() {
    ana.says(room, "question");
    var answers =
        Together.run(20, i -> post(Map.of("text", "from " + i, "replyTo", i % 2 == 0 ? 1 : 999)));
    assertThat(answers).extracting(Answer::status).filteredOn(s -> s == 201).hasSize(10);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> answer.expectInvalid("replyTo", "unknown"));
    assertThat(lastSeq()).isEqualTo(11);
  }

  @Test
  void theSocketRefusesAnAnswerToNothingToo() {
    try (ChatSocket socket = ana.online()) {
      var problem = socket.askAndFail("send", Map.of("room", room, "text", "a", "replyTo", 7));
      assertThat(problem.path("code").asText()).isEqualTo("invalid_input");
      assertThat(problem.at("/errors/0/field").asText()).isEqualTo("replyTo");
      socket.ask("send", Map.of("room", room, "text", "next"));
    }
    assertThat(lastSeq()).isEqualTo(1);
  }

  @Test
  void whatTheServerDecidesIsNotTakenFromTheBody() {
    String body =
        """
        {"text":"mine","id":77,"seq":77,"rev":77,"role":"OWNER","at":"1999-01-01T00:00:00Z",
         "createdAt":"1999-01-01T00:00:00Z","author":%1$d,"authorId":%1$d,
         "by":{"id":%1$d,"name":"Bo"},"roomId":1,"room":1,"edited":true}\
        """
            .formatted(bo.id());
    JsonNode message = ana.api().post(messages(room), body).expect(201).json();
    assertThat(message.path("seq").asLong()).isEqualTo(1);
    assertThat(message.path("at").asText()).doesNotStartWith("1999");
    assertThat(message.at("/by/id").asLong()).isEqualTo(ana.id());
    assertThat(message.has("edited")).isFalse();
    assertThat(message.has("room")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "-1", "9223372036854775808", "x"})
  void aMessageThatThereIsNotIsNotFound(String seq) {
    ana.says(room, "the only one");
    ana.api().get(messages(room) + "/" + seq).expectProblem(404, "not_found");
  }

  private Answer post(Map<String, ?> message) {
    return ana.api().post(messages(room), message);
  }

  private long lastSeq() {
    return ana.api().get(room(room)).expect(200).json().path("lastSeq").asLong();
  }
}
