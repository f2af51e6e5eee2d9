package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedListsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 11, 199, 200, 201, 210, 211, 1_000})
  void everyIdIsInAListOfOneOfTwoSizes(int ids) {
    List<Long> given = LongStream.rangeClosed(1, ids).boxed().toList();
    List<List<Long>> lists = FixedLists.of(given);
    assertThat(lists).extracting(List::size).containsAnyOf(10, 200).isSubsetOf(10, 200);
    assertThat(lists.stream().flatMap(List::stream).distinct()).containsExactlyElementsOf(given);
    assertThat(lists).hasSize((ids + 199) / 200);
  }

  @Test
  void noneAreInNone() {
    assertThat(FixedLists.of(List.of())).isEmpty();
  }
}
