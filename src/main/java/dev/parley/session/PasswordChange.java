package dev.parley.session;

import dev.parley.platform.InvalidInputException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What someone sends to change their password.
 *
 * @param newPassword as at registration
 */
public record PasswordChange(
    @NotNull @Size(max = 2048) String currentPassword, @NotNull String newPassword) {
  static InvalidInputException notRight() {
    return new InvalidInputException("currentPassword", "wrong", "is not right");
  }

  @Override
  public String toString() {
    return "PasswordChange[]"; // a password must not reach a log
  }
}
