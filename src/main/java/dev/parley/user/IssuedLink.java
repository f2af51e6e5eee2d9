package dev.parley.user;

import java.time.Instant;

/**
 * A link, told once to the administrator who made it.
 *
 * @param secret what its bearer shows
 * @param expiresAt until when it is good, unless it is used before
 */
public record IssuedLink(String secret, Instant expiresAt) {
  @Override
  public String toString() {
    return "IssuedLink[expiresAt=" + expiresAt + "]"; // a secret must not reach a log
  }
}
