package dev.parley.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What someone sends to sign in.
 *
 * @param username in any case and form
 * @param password at most 1,024 UTF-16 units, as at registration
 */
public record Credentials(
    @NotNull @Size(max = 256) String username, @NotNull @Size(max = 2048) String password) {
  @Override
  public String toString() {
    return "Credentials[username=" + username + "]"; // a password must not reach a log
  }
}
