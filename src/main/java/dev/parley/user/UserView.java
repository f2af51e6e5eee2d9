package dev.parley.user;

import java.time.Instant;

/**
 * A user as they see themselves.
 *
 * @param username as it was typed at registration, in Unicode form NFKC
 * @param displayName what others see beside a message
 */
public record UserView(long id, String username, String displayName, Role role, Instant createdAt) {
  static UserView of(User user) {
    return new UserView(
        user.id(), user.username(), user.displayName(), user.role(), user.createdAt());
  }
}
