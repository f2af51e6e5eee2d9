package dev.parley.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdChunksTest {
  @Test
  void listsAreFilledUpToAPowerOfTwoWithTheLastId() {
    assertThat(IdChunks.of(List.of(3L, 1L, 2L, 1L))).containsExactly(List.of(1L, 2L, 3L, 3L));
    assertThat(IdChunks.of(List.of(7L))).containsExactly(List.of(7L));
    assertThat(IdChunks.of(List.of())).isEmpty();
  }

  @Test
  void manyIdsAreSplitAndNoneIsMissing() {
    List<Long> ids = LongStream.rangeClosed(1, 300).boxed().toList();
    List<List<Long>> chunks = IdChunks.of(ids);
    assertThat(chunks).extracting(List::size).containsExactly(IdChunks.CHUNK, 64);
    assertThat(chunks.stream().flatMap(List::stream).distinct()).containsExactlyElementsOf(ids);
  }
}
