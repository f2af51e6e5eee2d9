package dev.parley.user;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import com.ibm.icu.text.UnicodeSet;
import dev.parley.platform.InvalidInputException;

/**
 * The name someone signs in with. It has letters and digits of one script, or of the scripts that
 * are written together (UTS #39, "highly restrictive"), and between them {@code . _ -}.
 *
 * @param text the name as it is shown, in Unicode form NFKC, {@value #MIN} to {@value #MAX} code
 *     points
 * @param key what is equal for all names that a reader could take for this one, see {@link
 *     LookAlikes}
 */
public record Username(String text, String key) {
  public static final int MIN = 2;
  public static final int MAX = 32;

  /** UTF-16 units that are looked at: more than any name has, in any form of Unicode. */
  private static final int MAX_TYPED = 256;

  /** UTF-16 units of the longest key, as the column has it. */
  private static final int MAX_KEY = 128;

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final UnicodeSet PUNCTUATION = new UnicodeSet("[._\\-]").freeze();
  private static final UnicodeSet LETTERS =
      new UnicodeSet("[[:L:][:M:][:Nd:]]").retainAll(SpoofChecker.RECOMMENDED).freeze();
  private static final UnicodeSet ENDS = new UnicodeSet("[[:L:][:Nd:]]").freeze();
  private static final SpoofChecker DECEPTIVE =
      new SpoofChecker.Builder()
          .setAllowedChars(new UnicodeSet(LETTERS).addAll(PUNCTUATION).freeze())
          .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
          .setChecks(
              SpoofChecker.RESTRICTION_LEVEL
                  | SpoofChecker.INVISIBLE
                  | SpoofChecker.MIXED_NUMBERS
                  | SpoofChecker.HIDDEN_OVERLAY
                  | SpoofChecker.CHAR_LIMIT)
          .build();

  /**
   * The name that someone asks for.
   *
   * @throws InvalidInputException if it is not one that people could safely tell from others
   */
  public static Username of(String typed) {
    if (typed.length() > MAX_TYPED) {
      throw refused("size", "must have " + MIN + " to " + MAX + " characters");
    }
    String text = NFKC.normalize(typed);
    int length = text.codePointCount(0, text.length());
    if (length < MIN || length > MAX) {
      throw refused("size", "must have " + MIN + " to " + MAX + " characters");
    }
    if (DECEPTIVE.failsChecks(text)) {
      throw refused(
          "characters",
          "may have letters and digits of one script, and the signs . _ - between them");
    }
    if (!ENDS.contains(text.codePointAt(0))
        || PUNCTUATION.contains(text.codePointBefore(text.length()))) {
      throw refused("characters", "must begin and end with a letter or digit");
    }
    String key = LookAlikes.fold(text);
    if (key.length() > MAX_KEY) {
      throw refused("size", "is too long");
    }
    if (ReservedNames.includes(key)) {
      throw refused("reserved", "is kept for the server itself; please choose another");
    }
    return new Username(text, key);
  }

  /** The key by which to look for a name, or the beginning of one, that someone typed. */
  public static String keyOf(String typed) {
    return LookAlikes.fold(typed.substring(0, Math.min(typed.length(), MAX_TYPED)));
  }

  private static InvalidInputException refused(String code, String message) {
    return new InvalidInputException("username", code, message);
  }
}
