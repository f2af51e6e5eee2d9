package dev.parley.realtime;

import static dev.parley.realtime.MadeUp.HERE;
import static dev.parley.realtime.MadeUp.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.realtime.Event.Act;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartsTest {
  private final MadeUp history = new MadeUp().isBackAt("ana", HERE).isBackAt("bo", THERE).at(1_000);

  @Test
  void whoIsSentAwayAndComesBackOnceIsRight() {
    stopHere().isSentAway("ana", HERE, 500).loses("ana", HERE).at(1_600).isBackAt("ana", THERE);
    assertThat(faults()).isEmpty();
  }

  @Test
  void eachRestartSendsPeopleAwayAnew() {
    stopHere().isSentAway("ana", HERE, 500).isBackAt("ana", THERE).at(3_000);
    history.done(Act.TOLD_TO_STOP, THERE);
    history.isSentAway("ana", THERE, 700).isSentAway("bo", THERE, 900);
    history.isBackAt("ana", HERE).isBackAt("bo", HERE);
    assertThat(faults()).isEmpty();
  }

  @Test
  void whoIsSentAwayWithoutByeIsWrong() {
    stopHere().at(1_600).isBackAt("ana", THERE);
    assertThat(faults())
        .containsExactly("no bye for ana, while node-1 was told to stop at 1.000 s");
  }

  @Test
  void whoHasToComeBackTwiceIsWrong() {
    stopHere().isSentAway("ana", HERE, 500);
    history.at(1_500).isBackAt("ana", HERE).at(1_700).isBackAt("ana", THERE);
    assertThat(faults())
        .containsExactly(
            "connected anew [1.500 s at node-1, 1.700 s at node-2] instead of 1: ana, while node-1"
                + " was told to stop at 1.000 s");
  }

  @Test
  void whoNeverComesBackIsWrong() {
    stopHere().isSentAway("ana", HERE, 500);
    assertThat(faults()).singleElement().asString().startsWith("connected anew [] instead of 1");
  }

  @Test
  void whoHadAnotherNodeIsToBeLeftAlone() {
    stopHere().isSentAway("ana", HERE, 500).isBackAt("ana", THERE).isBackAt("bo", THERE);
    assertThat(faults())
        .singleElement()
        .asString()
        .endsWith("instead of 0: bo, while node-1" + " was told to stop at 1.000 s");
  }

  @Test
  void whoAreAllSentAwayForTheSameTimeComeBackAllAtOnce() {
    for (int i = 0; i < 10; i++) {
      history.isBackAt("p" + i, HERE);
    }
    stopHere().isSentAway("ana", HERE, 500).isBackAt("ana", THERE);
    for (int i = 0; i < 10; i++) {
      history.isSentAway("p" + i, HERE, 1_000 + i).isBackAt("p" + i, THERE);
    }
    assertThat(faults()).containsExactly("people of node-1 were sent away for 500 to 1009 ms");
  }

  @Test
  void whoIsSentAwayForTooLongIsWrong() {
    stopHere().isSentAway("ana", HERE, 30_000).isBackAt("ana", THERE);
    assertThat(faults()).containsExactly("people of node-1 were sent away for 30000 to 30000 ms");
  }

  private MadeUp stopHere() {
    return history.done(Act.TOLD_TO_STOP, HERE);
  }

  private List<String> faults() {
    return new Restarts(history.events()).faults();
  }
}
