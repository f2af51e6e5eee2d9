package dev.parley.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MarkTest {
  @Test
  void everyMarkIsFoundWhereverItLies() {
    for (int shift = 0; shift < 200; shift++) {
      String frames = frame(shift, 12, 345, 6_789_000_000L) + "\n" + frame(17, 9, 8, 7);
      assertThat(found(frames)).containsExactly("12/345/6789000000", "9/8/7");
    }
  }

  @Test
  void aFrameWithoutAMarkHasNone() {
    assertThat(found("{\"re\":1,\"ok\":{}}".repeat(20))).isEmpty();
  }

  private static List<String> found(String frames) {
    var found = new ArrayList<String>();
    byte[] bytes = frames.getBytes(US_ASCII);
    Mark.find(
        bytes,
        0,
        bytes.length,
        (writer, number, due) -> found.add(writer + "/" + number + "/" + due));
    return found;
  }

  private static String frame(int shift, int writer, int number, long due) {
    byte[] bytes = ("x".repeat(shift) + Mark.blank() + "\"}").getBytes(US_ASCII);
    Mark.fill(bytes, shift, writer, number, due);
    return new String(bytes, US_ASCII);
  }

  @Test
  void aTextIsCutWhereNoMarkIs() {
    byte[] text = Frames.ascii("a text with " + Mark.blank() + " and " + Mark.blank() + " in it");
    for (int end = 0; end <= text.length; end++) {
      int cut = Mark.cut(text, 0, end);
      assertThat(cut).isBetween(Math.max(0, end - 2 * Mark.LENGTH), end);
      assertThat(marks(text, 0, cut) + marks(text, cut, text.length)).isEqualTo(2);
    }
  }

  private static int marks(byte[] text, int from, int to) {
    var found = new AtomicInteger();
    Mark.find(text, from, to, (writer, number, due) -> found.incrementAndGet());
    return found.get();
  }
}
