package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnansweredTest {
  private static final byte[] STORED = Frames.ascii("..{\"re\":100000007,\"ok\":{\"seq\":3}}");
  private static final byte[] REFUSED = Frames.ascii("..{\"re\":100000007,\"err\":{}}");

  private final Unanswered unanswered = new Unanswered();

  @Test
  void aReplyIsToTheMessageWithItsId() {
    unanswered.sent(100_000_006, 1_000);
    unanswered.sent(100_000_007, 2_000);
    assertThat(unanswered.take(STORED, 2, STORED.length)).hasValue(2_000);
    assertThat(unanswered.take(STORED, 2, STORED.length)).as("a second time").isEmpty();
  }

  @Test
  void whatIsNoReplyAnswersNothing() {
    unanswered.sent(100_000_007, 2_000);
    byte[] other = Frames.ascii("{\"ev\":\"ping\"}");
    assertThat(unanswered.take(other, 0, other.length)).isEmpty();
    assertThat(unanswered.take(STORED, 2, 6)).as("cut short").isEmpty();
  }

  @Test
  void aRefusedMessageIsNotStored() {
    assertThat(Unanswered.isStored(STORED, 2, STORED.length)).isTrue();
    assertThat(Unanswered.isStored(REFUSED, 2, REFUSED.length)).isFalse();
  }

  @Test
  void thereIsRoomForAsManyAsTheServerTakesAtOnce() {
    for (int i = 0; i < Unanswered.MOST; i++) {
      assertThat(unanswered.hasRoom()).isTrue();
      unanswered.sent(100_000_000 + i, i);
    }
    assertThat(unanswered.hasRoom()).isFalse();
    assertThat(unanswered.take(STORED, 2, STORED.length)).hasValue(7);
    assertThat(unanswered.hasRoom()).isTrue();
    unanswered.sent(100_000_099, 1);
    unanswered.forget();
    assertThat(unanswered.hasRoom()).isTrue();
  }
}
