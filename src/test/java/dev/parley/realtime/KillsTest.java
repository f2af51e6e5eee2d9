package dev.parley.realtime;

import static dev.parley.realtime.MadeUp.HERE;
import static dev.parley.realtime.MadeUp.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.realtime.Event.Act;
import org.junit.jupiter.api.Test;

class KillsTest {
  private final MadeUp history =
      new MadeUp()
          .isBackAt("ana", HERE)
          .isBackAt("bo", THERE)
          .isBackAt("cy", HERE)
          .at(1_000)
          .loses("cy", HERE)
          .isBackAt("cy", THERE)
          .at(2_000)
          .done(Act.KILLED, HERE)
          .at(2_001)
          .loses("ana", HERE);

  @Test
  void whoIsBackWithinFiveSecondsIsInTime() {
    history.at(7_000).isBackAt("ana", THERE);
    assertThat(new Kills(history.events()).faults()).isEmpty();
    assertThat(new Kills(history.events()).away())
        .extracting(Kills.Away::client, Kills.Away::nanos)
        .containsExactly(tuple("ana", 5_000_000_000L));
  }

  @Test
  void whoIsBackLaterIsLate() {
    history.at(7_001).isBackAt("ana", THERE);
    assertThat(new Kills(history.events()).faults())
        .containsExactly("late: ana, whose node node-1 was killed at 2.000 s, was back at 7.001 s");
  }

  @Test
  void whoNeverComesBackIsLate() {
    assertThat(new Kills(history.events()).faults())
        .containsExactly("late: ana, whose node node-1 was killed at 2.000 s, was back never");
  }

  @Test
  void oneInAHundredMayBeLate() {
    for (int i = 1; i < 100; i++) {
      history.at(3_000 + i).isBackAt("p" + i, HERE);
    }
    history.at(4_000).done(Act.KILLED, HERE);
    for (int i = 1; i < 100; i++) {
      history.at(4_000 + i).isBackAt("p" + i, THERE);
    }
    assertThat(new Kills(history.at(9_000).isBackAt("ana", THERE).events()).faults()).isEmpty();
  }
}
