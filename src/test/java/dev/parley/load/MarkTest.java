package dev.parley.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
}
