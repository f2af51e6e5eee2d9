package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"3\"",
        "W/\"3\"",
        "3",
        "W/3",
        "\"3-gzip\"",
        "W/\"3-gzip\"",
        "\"3--gzip\"",
        "\"3;br\"",
        "\"1\", \"3\"",
        "\"1\",\"2, x\" ,\"3\"",
        " \"3\" ",
        ",,\"3\",",
        "*",
        " * "
      })
  void whatNamesIt(String line) {
    assertThat(tags(line).name("3")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "\"\"",
        "\"1\"",
        "\"33\"",
        "\"3.\"",
        "\"2, 3\"",
        "\"*\"",
        "\"gzip\"",
        "\u00fc"
      })
  void whatDoesNot(String line) {
    assertThat(tags(line).name("3")).isFalse();
  }

  @Test
  void severalLinesAreOneList() {
    assertThat(EntityTags.of(List.of("\"1\"", "\"3\"")).orElseThrow().name("3")).isTrue();
    assertThat(EntityTags.of(List.of())).isEmpty();
    assertThat(EntityTags.of(null)).isEmpty();
  }

  /** Hashes may end like the name of a coding. */
  @Test
  void aTagThatEndsInASuffixIsItself() {
    assertThat(tags("\"a-br\"").name("a-br")).isTrue();
  }

  @Test
  void aVersionIsComparedWhole() {
    assertThat(tags("\"12.x\"").nameVersion("12")).isTrue();
    assertThat(tags("\"12.x\"").nameVersion("1")).isFalse();
    assertThat(tags("\"12\"").nameVersion("12")).isFalse();
  }

  private static EntityTags tags(String line) {
    return EntityTags.of(List.of(line)).orElseThrow();
  }
}
