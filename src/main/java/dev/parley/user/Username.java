package dev.parley.user;

import dev.parley.platform.InvalidInputException;

/**
 * The name someone signs in with.
 *
 * @param text the name as it is shown, in Unicode form NFKC
 * @param key what is equal for all names that a reader could take for this one
 */
public record Username(String text, String key) {
  public static Username of(String typed) {
    if (typed.isBlank()) {
      throw new InvalidInputException("username", "size", "must have 2 to 32 characters");
    }
    return new Username(typed, typed);
  }
}
