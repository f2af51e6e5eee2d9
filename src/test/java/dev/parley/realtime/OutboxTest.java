package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final long ROOM = 7;
  private static final long OTHER_ROOM = 8;
  private static final String BLOCK = "x".repeat(1024);

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
  void aReaderThatDoesNotReadMissesRoomsAndIsToldWhichWhenItReadsAgain() {
    outbox.offer("first");
    int taken = fill();
    outbox.offer(ROOM, 900, BLOCK);
    outbox.offer(ROOM, 901, "small");
    outbox.offer(OTHER_ROOM, 77, BLOCK);
    drain();
    assertThat(taken).isEqualTo(Outbox.MAX_WAITING / BLOCK.length());
    assertThat(String.join("\n", sent))
        .doesNotContain("small")
        .endsWith("{\"ev\":\"resync\",\"rooms\":{\"7\":901,\"8\":77}}");
  }

  @Test
  void aRoomThatWasMissedIsSilentUntilThatIsTold() {
    outbox.offer("first");
    fill();
    outbox.offer(ROOM, 900, BLOCK);
    inFlight.remove().run();
    outbox.offer(ROOM, 901, "there is space again, and still it would leave a gap");
    drain();
    outbox.offer(ROOM, 902, "afterwards");
    assertThat(String.join("\n", sent)).doesNotContain("space again").endsWith("afterwards");
  }

  @Test
  void whatIsOfTheMomentIsDroppedFirst() {
    outbox.offer("first");
    int taken = 0;
    while (taken * BLOCK.length() <= Outbox.MAX_WAITING / 2) {
      outbox.offer(BLOCK);
      taken++;
    }
    outbox.offerPassing("typing");
    drain();
    outbox.offerPassing("typing again");
    assertThat(String.join("\n", sent)).doesNotContain("typing\n").endsWith("typing again");
  }

  @Test
  void whatMustNotBeLostIsTakenUntilItIsFullAndThenTheReaderIsTooSlow() {
    outbox.offer("first");
    fill();
    assertThat(outbox.offer(BLOCK)).isTrue();
    assertThat(outbox.offer("one more")).isFalse();
  }

  @Test
  void aSendThatIsUnderWayForLongIsStuck() {
    outbox.offer("a");
    assertThat(outbox.isStuck(outbox.lastSent() + 9_999, 10_000)).isFalse();
    assertThat(outbox.isStuck(outbox.lastSent() + 10_001, 10_000)).isTrue();
    inFlight.remove().run();
    assertThat(outbox.isStuck(outbox.lastSent() + 10_001, 10_000)).isFalse();
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

  /** Fills the outbox with a third room's frames; tells how many it took. */
  private int fill() {
    int frames = Outbox.MAX_WAITING / BLOCK.length();
    for (int i = 0; i < frames; i++) {
      outbox.offer(3, i, BLOCK);
    }
    return frames;
  }

  private void drain() {
    while (!inFlight.isEmpty()) {
      inFlight.remove().run();
    }
  }
}
