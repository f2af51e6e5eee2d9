package dev.parley.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
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
    public void send(WireText text, Runnable done) {
      sent.add(text.text());
      inFlight.add(done);
    }

    @Override
    public void close(Closing why) {
      throw new AssertionError("not the outbox's to close");
    }
  }

  @Test
  void aTextGoesOutAtOnceWhenItIsQuiet() {
    assertThat(outbox.offer(text("a"))).isTrue();
    assertThat(sent).containsExactly("a");
  }

  @Test
  void whatGathersDuringASendGoesOutTogetherAndInOrder() {
    outbox.offer(text("a"));
    outbox.offer(text("b"));
    outbox.offer(text("c"));
    assertThat(sent).containsExactly("a");
    inFlight.remove().run();
    assertThat(sent).containsExactly("a", "b\nc");
    inFlight.remove().run();
    outbox.offer(text("d"));
    assertThat(sent).containsExactly("a", "b\nc", "d");
  }

  @Test
  void oneTextIsNotLargerThanItsBoundUnlessASingleFrameIs() {
    String half = "x".repeat(WireText.MAX_JOINED / 2);
    String large = "y".repeat(WireText.MAX_JOINED + 1);
    outbox.offer(text("a"));
    outbox.offer(text(half));
    outbox.offer(text(half));
    outbox.offer(text(large));
    for (int i = 0; i < 3; i++) {
      inFlight.remove().run();
    }
    assertThat(sent).containsExactly("a", half, half, large);
  }

  @Test
  void aReaderThatDoesNotReadMissesRoomsAndIsToldWhichWhenItReadsAgain() {
    outbox.offer(text("first"));
    int taken = fill();
    outbox.offer(ROOM, 900, text(BLOCK));
    outbox.offer(ROOM, 901, text("small"));
    outbox.offer(OTHER_ROOM, 77, text(BLOCK));
    drain();
    assertThat(taken).isEqualTo(Outbox.MAX_WAITING / BLOCK.length());
    assertThat(String.join("\n", sent))
        .doesNotContain("small")
        .endsWith("{\"ev\":\"resync\",\"rooms\":{\"7\":901,\"8\":77}}");
  }

  @Test
  void aRoomThatWasMissedIsSilentUntilThatIsTold() {
    outbox.offer(text("first"));
    fill();
    outbox.offer(ROOM, 900, text(BLOCK));
    inFlight.remove().run();
    outbox.offer(ROOM, 901, text("there is space again, and still it would leave a gap"));
    drain();
    outbox.offer(ROOM, 902, text("afterwards"));
    assertThat(String.join("\n", sent)).doesNotContain("space again").endsWith("afterwards");
  }

  @Test
  void whatIsOfTheMomentIsDroppedFirst() {
    outbox.offer(text("first"));
    int taken = 0;
    while (taken * BLOCK.length() <= Outbox.MAX_WAITING / 2) {
      outbox.offer(text(BLOCK));
      taken++;
    }
    outbox.offerPassing(text("typing"));
    drain();
    outbox.offerPassing(text("typing again"));
    assertThat(String.join("\n", sent)).doesNotContain("typing\n").endsWith("typing again");
  }

  @Test
  void whatMustNotBeLostIsTakenUntilItIsFullAndThenTheReaderIsTooSlow() {
    outbox.offer(text("first"));
    fill();
    assertThat(outbox.offer(text(BLOCK))).isTrue();
    assertThat(outbox.offer(text("one more"))).isFalse();
  }

  @Test
  void aSendThatIsUnderWayForLongIsStuck() {
    outbox.offer(text("a"));
    assertThat(outbox.isStuck(outbox.lastSent() + 9_999, 10_000)).isFalse();
    assertThat(outbox.isStuck(outbox.lastSent() + 10_001, 10_000)).isTrue();
    inFlight.remove().run();
    assertThat(outbox.isStuck(outbox.lastSent() + 10_001, 10_000)).isFalse();
  }

  @Test
  void afterItIsClosedNothingGoesOut() {
    outbox.offer(text("a"));
    outbox.offer(text("b"));
    outbox.close();
    inFlight.remove().run();
    assertThat(outbox.offer(text("c"))).isTrue();
    assertThat(sent).containsExactly("a");
  }

  @Test
  void sizesAreBytesOfWhatGoesOut() {
    String block = "界".repeat(1024);
    int fitting = Outbox.MAX_WAITING / (3 * block.length());
    outbox.offer(text("first"));
    for (int i = 0; i <= fitting; i++) {
      outbox.offer(ROOM, i, text(block));
    }
    drain();
    assertThat(List.of(String.join("\n", sent).split("\n")))
        .hasSize(1 + fitting + 1)
        .last()
        .isEqualTo("{\"ev\":\"resync\",\"rooms\":{\"7\":" + fitting + "}}");
    assertThat(sent).allMatch(text -> text.getBytes(UTF_8).length <= WireText.MAX_JOINED);
  }

  @Test
  void whatIsOfTheMomentIsMeasuredInBytesToo() {
    outbox.offer(text("first"));
    outbox.offer(text("界".repeat(Outbox.MAX_WAITING / 2 / 3)));
    outbox.offerPassing(text("typing"));
    drain();
    assertThat(String.join("\n", sent)).doesNotContain("typing");
  }

  private static WireText text(String text) {
    return WireText.of(text);
  }

  /** Fills the outbox with a third room's frames; tells how many it took. */
  private int fill() {
    int frames = Outbox.MAX_WAITING / BLOCK.length();
    for (int i = 0; i < frames; i++) {
      outbox.offer(3, i, text(BLOCK));
    }
    return frames;
  }

  private void drain() {
    while (!inFlight.isEmpty()) {
      inFlight.remove().run();
    }
  }
}
