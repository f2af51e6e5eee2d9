package dev.parley.user;

import java.util.Optional;

/**
 * What a password is checked against.
 *
 * @param hash a PHC string; empty for someone who signs in elsewhere
 * @param active whether the user may sign in at all
 */
public record StoredPassword(long userId, Optional<String> hash, boolean active) {
  StoredPassword with(String newHash) {
    return new StoredPassword(userId, Optional.of(newHash), active);
  }

  @Override
  public String toString() {
    return "StoredPassword[userId=" + userId + "]"; // a hash must not reach a log
  }
}
