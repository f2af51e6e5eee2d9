package dev.parley.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void whatIsStoredIsArgon2idAtTheStrengthOfOwaspWithASaltOfItsOwn() {
    String hash = Passwords.hash("correct horse");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(Passwords.hash("correct horse")).isNotEqualTo(hash);
    assertThat(Passwords.outdated(hash)).isFalse();
  }

  @Test
  void onlyTheSamePasswordMatches() {
    var hash = Optional.of(Passwords.hash("correct horse"));
    assertThat(Passwords.match("correct horse", hash)).isTrue();
    assertThat(Passwords.match("Correct horse", hash)).isFalse();
    assertThat(Passwords.match("correct horse", Optional.empty())).isFalse();
  }

  @Test
  void theSamePasswordFromAnotherKeyboardMatches() {
    var hash = Optional.of(Passwords.hash("caf\u00E9 au lait"));
    assertThat(Passwords.match("cafe\u0301\u00A0au lait", hash)).isTrue();
  }

  @Test
  void aHashOfLesserStrengthMatchesAndIsOutdated() {
    var weaker = Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID);
    String hash = Password.hash("correct horse").addRandomSalt(16).with(weaker).getResult();
    assertThat(Passwords.match("correct horse", Optional.of(hash))).isTrue();
    assertThat(Passwords.outdated(hash)).isTrue();
  }
}
