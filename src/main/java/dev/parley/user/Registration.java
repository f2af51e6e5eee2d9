package dev.parley.user;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What someone sends to sign up.
 *
 * @param username see {@link Username}
 * @param password 8 to 1,024 characters, not easily guessed
 * @param displayName see {@link DisplayName}; the username where there is none
 */
public record Registration(
    @NotNull String username, @NotNull String password, @Nullable String displayName) {
  @Override
  public String toString() {
    return "Registration[username=" + username + "]"; // a password must not reach a log
  }
}
