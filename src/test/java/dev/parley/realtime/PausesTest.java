package dev.parley.realtime;

import static dev.parley.realtime.MadeUp.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.realtime.Event.Act;
import org.junit.jupiter.api.Test;

class PausesTest {
  private final MadeUp history =
      new MadeUp()
          .begins("bo", "b1")
          .at(1_000)
          .done(Act.PAUSED, HERE)
          .at(4_000)
          .isAcknowledgedThere("bo", "b1", 1);

  @Test
  void aRoomThatGoesOnWithinThreeSecondsAgainAndAgainIsRight() {
    history.at(7_000).isAcknowledgedThere("bo", "b2", 2).at(9_000).done(Act.GONE_ON, HERE);
    assertThat(new Pauses(history.events()).faults()).isEmpty();
  }

  @Test
  void aRoomThatGoesOnLaterIsWrong() {
    history.at(7_001).isAcknowledgedThere("bo", "b2", 2).at(9_000).done(Act.GONE_ON, HERE);
    assertThat(new Pauses(history.events()).faults())
        .containsExactly(
            "nothing acknowledged in room 3 from 4.000 s to 7.001 s, while node-1 stood still from"
                + " 1.000 s on");
  }

  @Test
  void aRoomThatDoesNotGoOnWhileTheNodeStandsStillIsWrong() {
    history.at(8_000).done(Act.GONE_ON, HERE).at(8_001).isAcknowledgedThere("bo", "b2", 2);
    assertThat(new Pauses(history.events()).faults()).hasSize(1);
  }

  @Test
  void whatTheNodeItselfAcknowledgesDoesNotCount() {
    history.at(5_000).isAcknowledged("ana", "a1", 2).at(8_000).done(Act.GONE_ON, HERE);
    assertThat(new Pauses(history.events()).faults()).hasSize(1);
  }
}
