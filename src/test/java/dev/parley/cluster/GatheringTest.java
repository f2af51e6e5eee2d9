package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class GatheringTest {
  private final Gathering gathering = new Gathering();

  @Test
  void ofEachSubjectTheNewestIsTakenInTheOrderOfSubjects() {
    gathering.add(new Hint.Room(1, 5));
    gathering.add(new Hint.Person(1, 7));
    gathering.add(new Hint.Room(1, 8));
    gathering.add(new Hint.Room(1, 6)); // told late
    gathering.add(new Hint.Read(1, 2, 3));
    gathering.add(new Hint.Read(1, 2, 4));
    gathering.add(new Hint.Typing(1, 2));
    gathering.add(new Hint.Typing(1, 2));
    gathering.add(new Hint.Renamed(1));
    assertThat(gathering.take())
        .containsExactly(
            new Hint.Room(1, 8),
            new Hint.Person(1, 7),
            new Hint.Read(1, 2, 4),
            new Hint.Typing(1, 2),
            new Hint.Renamed(1));
    assertThat(gathering.take()).isEmpty();
  }

  @Test
  void aboveTheBoundNewSubjectsAreDroppedAndKnownOnesGoOn() {
    LongStream.range(0, Gathering.MOST + 5).forEach(room -> gathering.add(new Hint.Room(room, 1)));
    gathering.add(new Hint.Room(0, 2));
    assertThat(gathering.take())
        .hasSize(Gathering.MOST)
        .contains(new Hint.Room(0, 2))
        .doesNotContain(new Hint.Room(Gathering.MOST, 1));
  }

  @Test
  void whoWaitsIsWokenByAHintAndByTheEnd() throws InterruptedException {
    var hint = new Thread(() -> gathering.add(new Hint.Renamed(1)));
    hint.start();
    assertThat(gathering.await()).isTrue();
    hint.join();
    gathering.take();
    var end = new Thread(gathering::end);
    end.start();
    assertThat(gathering.await()).isFalse();
    end.join();
  }

  @Test
  void afterTheEndNothingIsKept() {
    gathering.end();
    gathering.add(new Hint.Renamed(1));
    assertThat(gathering.take()).isEmpty();
  }
}
