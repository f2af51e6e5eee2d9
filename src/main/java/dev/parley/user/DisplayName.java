package dev.parley.user;

/**
 * The name that others see beside a message.
 *
 * @param text 1 to 64 characters of any script
 */
public record DisplayName(String text) {
  public static DisplayName of(String typed) {
    return new DisplayName(typed.strip());
  }
}
