package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final List<String> sent = new ArrayList<>();
  private final Deque<Runnable> inFlight = new ArrayDeque<>();
  private final Outbox outbox = new Outbox(new SlowWire());

  /** Sends nothing more until it is told that the last text is out. */
  private final class SlowWire implements Wire {
    @Override
    public void send(String text, Runnable done) {
      sent.add(text);
      inFlight.add(done);
    }

    @Override
    public void close(Closing why) {
      throw new AssertionError("not the outbox's to close");
    }
  }

  @Test
  void aTextGoesOutAtOnceWhenItIsQuiet() {
    assertThat(outbox.offer("a")).isTrue();
    assertThat(sent).containsExactly("a");
  }

  @Test
  void whatGathersDuringASendGoesOutTogetherAndInOrder() {
    outbox.offer("a");
    outbox.offer("b");
    outbox.offer("c");
    assertThat(sent).containsExactly("a");
    inFlight.remove().run();
    assertThat(sent).containsExactly("a", "b\nc");
    inFlight.remove().run();
    outbox.offer("d");
    assertThat(sent).containsExactly("a", "b\nc", "d");
  }

  @Test
  void oneTextIsNotLargerThanItsBoundUnlessASingleFrameIs() {
    String half = "x".repeat(Outbox.MAX_JOINED / 2);
    String large = "y".repeat(Outbox.MAX_JOINED + 1);
    outbox.offer("a");
    outbox.offer(half);
    outbox.offer(half);
    outbox.offer(large);
    for (int i = 0; i < 3; i++) {
      inFlight.remove().run();
    }
    assertThat(sent).containsExactly("a", half, half, large);
  }

  @Test
  void aReaderThatDoesNotReadFillsItUpAndNoMore() {
    outbox.offer("first");
    String block = "x".repeat(1024);
    int taken = 0;
    while (outbox.offer(block)) {
      taken++;
    }
    assertThat(taken).isEqualTo(Outbox.MAX_WAITING / 1024);
    inFlight.remove().run();
    assertThat(outbox.offer(block)).as("after some went out").isTrue();
  }

  @Test
  void afterItIsClosedNothingGoesOut() {
    outbox.offer("a");
    outbox.offer("b");
    outbox.close();
    inFlight.remove().run();
    assertThat(outbox.offer("c")).isTrue();
    assertThat(sent).containsExactly("a");
  }
}
