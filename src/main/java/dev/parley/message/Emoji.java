package dev.parley.message;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import dev.parley.platform.InvalidInputException;

/**
 * One emoji.
 *
 * @param text a sequence recommended for general interchange (Unicode UTS #51, RGI emoji), at most
 *     {@value #MAX_LENGTH} UTF-16 units
 */
public record Emoji(String text) {
  /** UTF-16 units; the longest sequence of Unicode 17 has 25. */
  static final int MAX_LENGTH = 32;

  private static final char AS_EMOJI = 0xFE0F; // variation selector 16

  /**
   * Reads what a client sent; a sign that is an emoji only with a selector gets it.
   *
   * @throws InvalidInputException if it is not one emoji
   */
  public static Emoji of(String typed) {
    if (typed.length() <= MAX_LENGTH) {
      if (isEmoji(typed)) {
        return new Emoji(typed);
      }
      if (isEmoji(typed + AS_EMOJI)) {
        return new Emoji(typed + AS_EMOJI);
      }
    }
    throw new InvalidInputException("emoji", "pattern", "must be one emoji");
  }

  private static boolean isEmoji(String text) {
    return UCharacter.hasBinaryProperty(text, UProperty.RGI_EMOJI);
  }
}
