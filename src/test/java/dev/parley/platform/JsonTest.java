package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  record Note(String text, @Nullable Long number) {}

  @Test
  void aValueReadsAsItsRecord() {
    assertThat(Json.read("{\"text\":\"good day\",\"number\":7}", Note.class))
        .isEqualTo(new Note("good day", 7L));
  }

  @Test
  void aNameThatIsNotKnownIsPassedOver() {
    assertThat(Json.read("{\"text\":\"a\",\"id\":5,\"role\":[{\"x\":null}]}", Note.class).text())
        .isEqualTo("a");
  }

  @Test
  void timesAreRfc3339InUtcWithMilliseconds() {
    assertThat(Json.write(Instant.parse("2026-01-02T03:04:05Z")))
        .isEqualTo("\"2026-01-02T03:04:05.000Z\"");
  }

  @Test
  void aSurrogatePairIsText() {
    assertThat(Json.read("{\"text\":\"\\ud83d\\ude00\"}", Note.class).text()).isEqualTo("😀");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{\"text\":\"a\"} {}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"other\":{\"a\":1,\"a\":2}}",
        "{\"text\":5}",
        "{\"text\":true}",
        "{\"text\":\"a\",\"number\":\"5\"}",
        "{\"text\":\"a\",\"number\":5.5}",
        "{\"text\":\"a\",\"number\":9223372036854775808}",
        "{\"text\":\"a\",\"other\":1e999}",
        "{\"text\":\"a\",\"number\":1e999}",
        "{\"text\":\"a\\u0000b\"}",
        "{\"text\":\"a\",\"other\":\"\\u0000\"}",
        "{\"text\":\"\\ud800\"}",
        "{\"text\":\"\\udc00\"}",
        "{\"text\":\"a\",\"\\ud800\":1}",
        "{\"text\":NaN}",
        "{'text':'a'}",
        "{\"text\":\"a\"",
        "\ufeff{\"text\":\"a\"}",
      })
  void whatIsNotStrictlySuchAValueIsRefused(String text) {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> Json.read(text, Note.class));
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> Json.read(text.getBytes(StandardCharsets.UTF_8), Note.class));
  }

  @Test
  void tenThousandLevelsAreRefused() {
    String deep = "{\"other\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> Json.read(deep, Note.class));
  }

  @Test
  void aMillionNamesAreRefused() {
    var wide = new StringBuilder("{\"text\":\"a\"");
    for (int i = 0; i < 1_000_000; i++) {
      wide.append(",\"").append(i).append("\":1");
    }
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> Json.read(wide.append('}').toString(), Note.class));
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin = "{\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> Json.read(latin, Note.class));
    byte[] utf16 = "{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16);
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> Json.read(utf16, Note.class));
  }

  @Test
  void theProblemNamesTheField() {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> Json.read("{\"text\":\"a\",\"number\":\"x\"}", Note.class))
        .satisfies(
            e ->
                assertThat(e.problem().errors())
                    .extracting(FieldError::field)
                    .containsExactly("number"));
  }
}
