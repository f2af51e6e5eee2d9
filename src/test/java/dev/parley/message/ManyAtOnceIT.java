package dev.parley.message;

import static dev.parley.testing.Paths.messages;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many who write to one room at the same time. */
@ParleyTest
class ManyAtOnceIT {
  private static final int THREADS = 50;
  private static final int EACH = 200;
  private final Person ana;

  ManyAtOnceIT(People people) {
    this.ana = people.ana();
  }

  @Test
  void tenThousandMessagesAreNumberedWithoutHoleOrRepeat() {
    long room = ana.makesRoom();
    List<List<Long>> told =
        Together.run(
            THREADS,
            i -> {
              var seqs = new ArrayList<Long>();
              for (int j = 0; j < EACH; j++) {
                seqs.add(ana.says(room, i + "." + j).path("seq").asLong());
              }
              return seqs;
            });
    assertThat(told).allSatisfy(seqs -> assertThat(seqs).isSorted());
    assertThat(told.stream().flatMap(List::stream).sorted().toList())
        .isEqualTo(LongStream.rangeClosed(1, THREADS * EACH).boxed().toList());
    JsonNode seen = ana.api().get(room(room)).expect(200).json();
    assertThat(seen.path("lastSeq").asLong()).isEqualTo(THREADS * EACH);
    assertThat(ana.history(room, 0)).hasSize(THREADS * EACH);
  }

  @Test
  void oneClientIdOverHttpAndManySocketsAtOnceIsOneMessage() {
    long room = ana.makesRoom();
    var draft = Map.of("room", room, "cid", "at-once", "text", "once");
    var sockets = Together.run(10, i -> ana.online());
    var seqs =
        Together.run(
            20,
            i ->
                i < 10
                    ? sockets.get(i).ask("send", draft).path("seq").asLong()
                    : ana.api()
                        .post(messages(room), Map.of("cid", "at-once", "text", "once"))
                        .json()
                        .path("seq")
                        .asLong());
    assertThat(seqs).containsOnly(1L);
    assertThat(ana.api().get(messages(room)).json().path("messages")).hasSize(1);
    sockets.forEach(ChatSocket::close);
  }
}
