package dev.parley.user;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Someone who is to have an account: names and a password that will do. */
public record Registration(Username username, DisplayName displayName, NewPassword password) {
  /**
   * Checks what someone asks for.
   *
   * @param displayName the username where there is none
   * @throws dev.parley.platform.InvalidInputException if a name or the password will not do
   */
  public static Registration of(String username, String password, @Nullable String displayName) {
    var name = Username.of(username);
    var shown = DisplayName.of(Optional.ofNullable(displayName).orElse(name.text()));
    return new Registration(
        name, shown, NewPassword.of("password", password, name.text(), shown.text()));
  }

  /** What to store. Takes long: call it in the {@link PasswordLane}. */
  public NewUser hashed() {
    return new NewUser(username, displayName, password.hashed());
  }
}
