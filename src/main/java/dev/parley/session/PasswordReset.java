package dev.parley.session;

import dev.parley.platform.InvalidInputException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What someone sends who has a link for a new password.
 *
 * @param newPassword as at registration
 */
public record PasswordReset(@NotNull @Size(max = 256) String secret, @NotNull String newPassword) {
  static InvalidInputException notGood() {
    return new InvalidInputException("secret", "unknown", "is not good any more");
  }

  @Override
  public String toString() {
    return "PasswordReset[]"; // neither must reach a log
  }
}
