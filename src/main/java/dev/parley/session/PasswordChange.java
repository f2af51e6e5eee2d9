package dev.parley.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What someone sends to change their password.
 *
 * @param newPassword as at registration
 */
public record PasswordChange(
    @NotNull @Size(max = 2048) String currentPassword, @NotNull String newPassword) {
  @Override
  public String toString() {
    return "PasswordChange[]"; // a password must not reach a log
  }
}
