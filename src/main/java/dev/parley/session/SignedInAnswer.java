package dev.parley.session;

import dev.parley.user.UserView;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a sign-in, and without a message to a refresh.
 *
 * @param token for {@code Authorization: Bearer}
 * @param expiresIn seconds that the token is good for
 */
public record SignedInAnswer(
    @Nullable String message, String token, long expiresIn, UserView user) {
  @Override
  public String toString() {
    return "SignedInAnswer[user=" + user + "]"; // a token must not reach a log
  }
}
