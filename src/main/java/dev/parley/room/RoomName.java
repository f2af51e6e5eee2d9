package dev.parley.room;

import dev.parley.platform.InvalidInputException;
import dev.parley.platform.NameText;
import dev.parley.platform.Texts;

/**
 * A room's name: 1 to {@value #MAX_LENGTH} code points on one line.
 *
 * @param text as people see it, in NFC, with single spaces
 * @param key equal for names that differ in case, width or another compatible form only, see {@link
 *     NameText#fold}
 */
public record RoomName(String text, String key) {
  public static final int MAX_LENGTH = 60;

  /**
   * Makes a name of what was typed.
   *
   * @throws InvalidInputException if nothing of it is seen, or if it is too long or has characters
   *     that are not seen
   */
  public static RoomName of(String typed) {
    String text = NameText.onOneLine(typed);
    int length = text.codePointCount(0, text.length());
    if (length == 0 || length > MAX_LENGTH) {
      throw new InvalidInputException(
          "name", "size", "must have 1 to " + MAX_LENGTH + " characters");
    }
    if (!NameText.isPlain(text)) {
      throw new InvalidInputException("name", "pattern", "must not have invisible characters");
    }
    if (!Texts.isVisible(text)) {
      throw new InvalidInputException("name", "pattern", "must have something to be seen");
    }
    String key = keyOf(text);
    // one character may become eighteen (UAX 15)
    if (key.length() > NameText.MAX_KEY) {
      throw new InvalidInputException("name", "size", "must not be that long when spelled out");
    }
    return new RoomName(text, key);
  }

  /** The key by which to look for a name that somebody wrote, whether or not it can be one. */
  static String keyOf(String typed) {
    return NameText.fold(typed);
  }
}
