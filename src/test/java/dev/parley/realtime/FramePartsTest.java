package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FramePartsTest {
  private final FrameParts parts = new FrameParts();

  @Test
  void partsBecomeOneText() {
    assertThat(parts.add("one ", 100)).isTrue();
    assertThat(parts.add("text", 100)).isTrue();
    assertThat(parts.take()).isEqualTo("one text");
    assertThat(parts.take()).isEmpty();
  }

  @Test
  void bytesOfUtf8AreCounted() {
    assertThat(parts.add("aé字😀", 1 + 2 + 3 + 4)).isTrue();
    assertThat(parts.add("a", 1 + 2 + 3 + 4)).isFalse();
  }

  @Test
  void everyFrameIsMeasuredByItself() {
    assertThat(parts.add("12345", 5)).isTrue();
    parts.take();
    assertThat(parts.add("12345", 5)).isTrue();
  }

  @Test
  void whatIsTooMuchIsNotKept() {
    assertThat(parts.add("123456", 5)).isFalse();
    assertThat(parts.take()).isEmpty();
  }
}
