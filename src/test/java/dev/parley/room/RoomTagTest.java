package dev.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoomTagTest {
  private static final RoomView ROOM =
      new RoomView(
          7, RoomKind.PUBLIC, "a", null, Instant.EPOCH, 3, 12, null, RoomRole.OWNER, 2L, 1L);

  @Test
  void aWriterOfTheHeadComparesItsRevOnly() {
    String tag = RoomTag.of(5, ROOM);
    assertThat(tag).startsWith("5.");
    assertThat(RoomTag.expectedHead("\"" + tag + "\"")).hasValue(5);
    assertThat(RoomTag.expectedHead("W/\"" + tag + "\"")).hasValue(5);
  }

  @Test
  void noneOrAnyExpectsNothing() {
    assertThat(RoomTag.expectedHead(null)).isEmpty();
    assertThat(RoomTag.expectedHead("*")).isEmpty();
  }

  @Test
  void aTagThatWasNeverHandedOutFitsNoHead() {
    assertThat(RoomTag.expectedHead("\"x\"")).hasValue(-1);
    assertThat(RoomTag.expectedHead("5")).hasValue(-1);
  }
}
