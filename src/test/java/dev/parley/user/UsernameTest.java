package dev.parley.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Alice",
        "ALICE",
        "AIice",
        "a1ice",
        "\uFF41lice",
        "\u0430\u04CF\u0456\u0441\u0435"
      })
  void namesThatLookAlikeHaveOneKey(String typed) {
    assertThat(Username.of(typed).key()).isEqualTo(Username.of("alice").key());
  }

  @ParameterizedTest
  @CsvSource({"bob, b0b", "mark, rnark", "scope, \u0455\u0441\u043E\u0440\u0435"})
  void shapesCountAndNotOnlyCase(String one, String other) {
    assertThat(Username.of(one).key()).isEqualTo(Username.of(other).key());
  }

  @Test
  void namesThatDifferHaveDifferentKeys() {
    assertThat(Username.of("ana").key()).isNotEqualTo(Username.of("anna").key());
    assertThat(Username.of("jose").key()).isNotEqualTo(Username.of("josé").key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Юрий",
        "山田太郎",
        "山田taro",
        "हिन्दी",
        "ไทย",
        "עברית",
        "josé",
        "o.b-c_d",
        "a2",
        "İstanbul"
      })
  void namesOfEveryScriptAreTaken(String typed) {
    assertThat(Username.of(typed).text()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0430n\u0430", // Latin n between Cyrillic letters
        "an\u200Ba", // zero width space
        "an\u200Da", // joiner
        "an\u00ADa", // soft hyphen
        "\u202Eana", // direction override
        "a\u2066na", // direction isolate
        "an a",
        "ana@home",
        "a/b",
        "_ana",
        "ana.",
        "--",
        "an\u0000a",
        "1\u0967", // digits of two scripts
        "😀😀"
      })
  void deceptiveNamesAreRefused(String typed) {
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Username.of(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"admin", "ADMIN", "Adm1n", "adrnin", "root", "here", "EVERYONE", "paricy"})
  void namesOfTheServerAreKept(String typed) {
    boolean reserved = ReservedNames.includes(Username.keyOf(typed));
    assertThat(reserved).isEqualTo(!typed.equals("paricy"));
  }

  @Test
  void twoToThirtyTwoCharactersAreTaken() {
    assertThat(Username.of("ab").text()).isEqualTo("ab");
    assertThat(Username.of("a".repeat(32)).text()).hasSize(32);
    for (String typed : new String[] {"", "a", "a".repeat(33), "a".repeat(100_000)}) {
      assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Username.of(typed));
    }
  }

  @Test
  void whatCannotBeANameHasAKeyAllTheSame() {
    assertThat(Username.keyOf("\u202E" + "x".repeat(1_000_000))).isNotEmpty();
  }
}
