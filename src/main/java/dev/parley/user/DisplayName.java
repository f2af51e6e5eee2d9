package dev.parley.user;

import dev.parley.platform.InvalidInputException;
import dev.parley.platform.NameText;
import dev.parley.platform.Texts;

/**
 * The name that others see beside a message.
 *
 * @param text {@value #MIN} to {@value #MAX} code points of any script, in Unicode form NFC, with
 *     single spaces and none around it, and without anything that changes how the text beside it is
 *     laid out
 */
public record DisplayName(String text) {
  public static final int MIN = 1;
  public static final int MAX = 64;

  /**
   * The name that someone asks for.
   *
   * @throws InvalidInputException if nothing of it is seen, or if it is too long or carries control
   *     characters
   */
  public static DisplayName of(String typed) {
    String text = NameText.spaced(typed);
    int length = text.codePointCount(0, text.length());
    if (length < MIN || length > MAX) {
      throw refused("size", "must have " + MIN + " to " + MAX + " characters");
    }
    if (!NameText.isPlain(text)) {
      throw refused("characters", "may not have control or direction characters");
    }
    if (!Texts.isVisible(text)) {
      throw refused("characters", "must have something to be seen");
    }
    return new DisplayName(text);
  }

  /** By which it is found, see {@link NameText#searchKey}. */
  String searchKey() {
    return NameText.searchKey(text);
  }

  private static InvalidInputException refused(String code, String message) {
    return new InvalidInputException("displayName", code, message);
  }
}
