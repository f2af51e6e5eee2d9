package dev.parley.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.platform.FieldError;
import dev.parley.platform.InvalidInputException;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "xK9#mQ2$vL",
        "пароль осень река 7",
        "🦑🪁🧶🪗🫐🧮🪤🦚"
      })
  void hardOnesAreTaken(String password) {
    assertThatCode(() -> PasswordPolicy.check("password", password, "ana", "Ana Ruiz"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "P@ssw0rd1", "qwertyuiop", "aaaaaaaaaaaa", "anaruiz1", "parley2026"})
  void easyOnesAreRefusedWithAReason(String password) {
    FieldError error = refusal(password);
    assertThat(error.code()).isEqualTo("weak");
    assertThat(error.message()).startsWith("is too easy to guess. ").endsWith(".");
  }

  @Test
  void theReasonIsEnglishOnAServerOfAnyLanguage() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMAN);
    try {
      assertThat(refusal("password").message()).contains("common password");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void eightTo1024CharactersAreTaken() {
    assertThat(refusal("xK9#mQ2").code()).isEqualTo("size");
    assertThat(refusal("xK9#mQ2$vL".repeat(103)).code()).isEqualTo("size");
    assertThatCode(() -> PasswordPolicy.check("password", longOne(1024)))
        .doesNotThrowAnyException();
  }

  private static String longOne(int length) {
    var text = new StringBuilder("xK9#mQ2$vL");
    while (text.length() < length) {
      text.append((char) ('!' + (text.length() * 31) % 90));
    }
    return text.toString();
  }

  private static FieldError refusal(String password) {
    var refusal =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> PasswordPolicy.check("password", password, "ana", "Ana Ruiz"));
    return Objects.requireNonNull(refusal.problem().errors()).get(0);
  }
}
