package dev.parley.room;

import com.ibm.icu.text.Normalizer2;
import dev.parley.platform.InvalidInputException;

/**
 * A room's name: 1 to {@value #MAX_LENGTH} code points on one line.
 *
 * @param text as people see it, in NFC, with single spaces
 * @param key equal for names that differ in case or compatibility form only (NFKC_Casefold, Unicode
 *     Standard section 3.13)
 */
public record RoomName(String text, String key) {
  public static final int MAX_LENGTH = 60;

  /** UTF-16 units of the longest key: one character may become eighteen (UAX 15). */
  private static final int MAX_KEY = 320;

  /**
   * Makes a name of what was typed.
   *
   * @throws InvalidInputException if it is empty, too long or has control characters
   */
  public static RoomName of(String typed) {
    String text = written(typed);
    int length = text.codePointCount(0, text.length());
    if (length == 0 || length > MAX_LENGTH) {
      throw new InvalidInputException(
          "name", "size", "must have 1 to " + MAX_LENGTH + " characters");
    }
    if (text.codePoints().anyMatch(RoomName::isInvisible)) {
      throw new InvalidInputException("name", "pattern", "must not have invisible characters");
    }
    String key = keyOf(text);
    if (key.length() > MAX_KEY) {
      throw new InvalidInputException("name", "size", "must not be that long when spelled out");
    }
    return new RoomName(text, key);
  }

  /** The key by which to look for a name that somebody wrote, whether or not it can be one. */
  static String keyOf(String typed) {
    return Normalizer2.getNFKCCasefoldInstance().normalize(written(typed));
  }

  private static String written(String typed) {
    return Normalizer2.getNFCInstance().normalize(typed.strip().replaceAll("\\s+", " "));
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    boolean joiner = c == 0x200C || c == 0x200D; // scripts and emoji are written with them
    return type == Character.CONTROL
        || (type == Character.FORMAT && !joiner)
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE;
  }
}
