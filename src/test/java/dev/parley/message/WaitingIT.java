package dev.parley.message;

import static dev.parley.testing.Paths.changes;
import static dev.parley.testing.Paths.member;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting over HTTP for a room to change. */
@ParleyTest
class WaitingIT {
  private final Person ana;
  private final Person bo;
  private long room;
  private long rev;

  WaitingIT(People people) {
    this.ana = people.ana();
    this.bo = people.bo();
  }

  @BeforeEach
  void makeARoom() {
    room = ana.makesRoom(Map.of("name", Names.unique(), "kind", "PRIVATE"));
    ana.api().post("/api/chat/rooms/" + room + "/members", Map.of("userId", bo.id())).expect(201);
    rev = ana.says(room, "so far").path("rev").asLong();
  }

  @Test
  void whoeverWaitsIsAnsweredWhenSomethingChanges() {
    CompletableFuture<Answer> waiting = waiting(bo, 25);
    ana.says(room, "news");
    JsonNode changes = waiting.join().expect(200).json();
    assertThat(changes.at("/changes/0/m/text").asText()).isEqualTo("news");
  }

  @Test
  void whatChangedBeforeIsAnsweredAtOnce() {
    ana.says(room, "before");
    assertThat(waiting(bo, 25).join().json().at("/changes/0/m/text").asText()).isEqualTo("before");
  }

  @Test
  void whenNothingChangesTheAnswerIsThatNothingDid() {
    JsonNode changes = waiting(bo, 1).join().expect(200).json();
    assertThat(changes.path("changes")).isEmpty();
    assertThat(changes.path("upTo").asLong()).isEqualTo(rev);
  }

  @Test
  void whoeverIsRemovedWhileWaitingHearsNothing() {
    CompletableFuture<Answer> waiting = waiting(bo, 25);
    ana.api().delete(member(room, bo)).expect(204);
    int status = waiting.join().status();
    assertThat(status).isEqualTo(404);
  }

  @Test
  void whoeverSignsOutWhileWaitingHearsNothing() {
    Person phone = bo.onAnotherDevice();
    CompletableFuture<Answer> waiting = waiting(phone, 25);
    phone.api().post("/api/logout").expect(204);
    ana.says(room, "too late");
    assertThat(waiting.join().status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"26", "-1", "x", "1e9"})
  void aWaitThatIsTooLongOrNoneIsRefused(String wait) {
    bo.api().get(changes(room, rev) + "&wait=" + wait).expectInvalid("wait", "range");
  }

  private CompletableFuture<Answer> waiting(Person who, int seconds) {
    String path = changes(room, rev) + "&wait=" + seconds;
    return CompletableFuture.supplyAsync(() -> who.api().get(path));
  }
}
