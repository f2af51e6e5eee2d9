package dev.parley.user;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Someone who is to have an account.
 *
 * @param username see {@link Username}
 * @param password see {@link PasswordPolicy}
 * @param displayName see {@link DisplayName}; the username where there is none
 */
public record Registration(
    @NotNull String username, @NotNull String password, @Nullable String displayName) {
  Optional<String> shownName() {
    return Optional.ofNullable(displayName);
  }

  @Override
  public String toString() {
    return "Registration[username=" + username + "]"; // a password must not reach a log
  }
}
