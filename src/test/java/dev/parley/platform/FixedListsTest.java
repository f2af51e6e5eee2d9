package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FixedListsTest {
  @Test
  void aListIsFilledUpWithItsLastId() {
    assertThat(FixedLists.of(List.of(3L, 1L, 2L, 1L))).containsExactly(List.of(1L, 2L, 3L, 3L));
    assertThat(FixedLists.of(List.of(7L))).containsExactly(List.of(7L));
    assertThat(FixedLists.of(List.of())).isEmpty();
  }

  @Test
  void manyIdsAreInSeveralLists() {
    List<Long> ids = LongStream.rangeClosed(1, FixedLists.LARGEST + 40).boxed().toList();
    List<List<Long>> lists = FixedLists.of(ids);
    assertThat(lists).extracting(List::size).containsExactly(FixedLists.LARGEST, 64);
    assertThat(lists.stream().flatMap(List::stream).distinct().toList()).isEqualTo(ids);
  }
}
