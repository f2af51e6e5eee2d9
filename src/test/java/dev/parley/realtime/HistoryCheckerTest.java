package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.realtime.HistoryChecker.Stored;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryCheckerTest {
  /** Ana's message is acknowledged, and Bo's is under way meanwhile. */
  private final MadeUp history =
      new MadeUp()
          .at(1_000)
          .begins("ana", "a1")
          .at(1_100)
          .begins("bo", "b1")
          .at(1_200)
          .isAcknowledged("ana", "a1", 1)
          .at(1_300)
          .isAcknowledged("bo", "b1", 2);

  @Test
  void nothingIsWrongWithALogOfWhatWasAcknowledged() {
    assertThat(faults(stored(1, "a1"), stored(2, "b1"))).isEmpty();
  }

  @Test
  void ofTwoMessagesAtTheSameTimeEitherMayBeFirst() {
    var other = new MadeUp().begins("ana", "a1").begins("bo", "b1");
    other.at(5).isAcknowledged("ana", "a1", 2).isAcknowledged("bo", "b1", 1);
    assertThat(check(other, stored(1, "b1"), stored(2, "a1"))).isEmpty();
  }

  @Test
  void whatIsSentTwiceAndStoredOnceIsRight() {
    history.at(1_400).begins("bo", "b1").at(1_500).isAcknowledged("bo", "b1", 2);
    assertThat(faults(stored(1, "a1"), stored(2, "b1"))).isEmpty();
  }

  @Test
  void anAcknowledgedMessageThatIsNotThereIsLost() {
    assertThat(faults(stored(1, "a1")))
        .containsExactly(
            "lost: message b1 of bo, begun at 1.100 s, acknowledged at 1.300 s by node-1 with seq"
                + " 2");
  }

  @Test
  void aMessageThatIsThereTwiceIsDoubled() {
    assertThat(faults(stored(1, "a1"), stored(2, "b1"), stored(3, "a1")))
        .singleElement()
        .asString()
        .startsWith("doubled, at seq 1 and 3: message a1 of ana, begun at 1.000 s");
  }

  @Test
  void aMessageThatIsAcknowledgedWithTwoSeqsIsWrong() {
    history.at(1_400).isAcknowledged("bo", "b1", 3);
    assertThat(faults(stored(1, "a1"), stored(2, "b1")))
        .singleElement()
        .asString()
        .startsWith("acknowledged where it does not stand, which is at seq 2: message b1 of bo")
        .endsWith("at 1.300 s by node-1 with seq 2, acknowledged at 1.400 s by node-1 with seq 3");
  }

  @Test
  void aSeqThatIsLeftOutIsAHole() {
    history.at(1_400).begins("ana", "a2").at(1_500).isAcknowledged("ana", "a2", 4);
    assertThat(faults(stored(1, "a1"), stored(2, "b1"), stored(4, "a2")))
        .containsExactly("a hole: seq 4 stands where 3 should");
  }

  @Test
  void whatIsBegunAfterAnAcknowledgementMustNotStandBeforeIt() {
    var other = new MadeUp().begins("ana", "a1").at(100).isAcknowledged("ana", "a1", 2);
    other.at(200).begins("cy", "c1").at(300).isAcknowledged("cy", "c1", 1);
    assertThat(check(other, stored(1, "c1"), stored(2, "a1")))
        .containsExactly(
            "out of order: message c1 of cy, begun at 0.200 s, acknowledged at 0.300 s by node-1"
                + " with seq 1, which is before message a1 of ana, begun at 0.000 s, acknowledged"
                + " at 0.100 s by node-1 with seq 2");
  }

  @Test
  void aMessageOfWhichNothingIsKnownIsWrong() {
    history.at(1_400).begins("cy", "c1");
    assertThat(faults(stored(1, "a1"), stored(2, "b1")))
        .containsExactly("never acknowledged: message c1 of cy, begun at 1.400 s");
  }

  @Test
  void aMessageThatNobodySentIsWrong() {
    assertThat(faults(stored(1, "a1"), stored(2, "b1"), stored(3, "x")))
        .containsExactly("sent by nobody, at seq 3: x");
  }

  private List<String> faults(Stored... log) {
    return check(history, log);
  }

  private static List<String> check(MadeUp history, Stored... log) {
    return new HistoryChecker(history.events(), MadeUp.ROOM, List.of(log)).faults();
  }

  private static Stored stored(long seq, String cid) {
    return new Stored(seq, cid);
  }
}
