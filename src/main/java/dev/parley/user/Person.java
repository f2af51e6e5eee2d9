package dev.parley.user;

/**
 * Someone as others see them beside a message.
 *
 * @param id the user's id
 * @param name the display name
 */
public record Person(long id, String name) {
  /** Someone of whom nothing is known any more but that they were here. */
  public static Person nameless(long id) {
    return new Person(id, "");
  }
}
