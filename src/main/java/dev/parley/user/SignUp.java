package dev.parley.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What someone sends to sign up.
 *
 * @param username see {@link Username}
 * @param password see {@link PasswordPolicy}
 * @param displayName see {@link DisplayName}; the username where there is none
 * @param invitation the secret of an invitation, or the set-up token
 */
public record SignUp(
    @NotNull String username,
    @NotNull String password,
    @Nullable String displayName,
    @Size(max = 256) @Nullable String invitation) {
  Registration registration() {
    return Registration.of(username, password, displayName);
  }

  Optional<String> shown() {
    return Optional.ofNullable(invitation);
  }

  @Override
  public String toString() {
    return "SignUp[username=" + username + "]"; // a password must not reach a log
  }
}
