package dev.parley.user;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import dev.parley.platform.InvalidInputException;

/**
 * The name that others see beside a message.
 *
 * @param text {@value #MIN} to {@value #MAX} code points of any script, in Unicode form NFC,
 *     without blanks around it and without anything that changes how the text beside it is laid out
 */
public record DisplayName(String text) {
  public static final int MIN = 1;
  public static final int MAX = 64;

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final UnicodeSet BLANK = new UnicodeSet("[[:White_Space:]]").freeze();

  /**
   * Controls, line separators, unassigned and format characters, but for the two joiners that
   * scripts and emoji need.
   */
  private static final UnicodeSet FORBIDDEN =
      new UnicodeSet("[[:Cc:][:Cf:][:Cs:][:Co:][:Cn:][:Zl:][:Zp:]-[\\u200C\\u200D]]").freeze();

  private static final UnicodeSet UNSEEN =
      new UnicodeSet("[[:Default_Ignorable_Code_Point:][:White_Space:][:M:]\\u2800]").freeze();

  /**
   * The name that someone asks for.
   *
   * @throws InvalidInputException if nothing of it is seen, or if it is too long or carries control
   *     characters
   */
  public static DisplayName of(String typed) {
    String text = trimmed(NFC.normalize(typed));
    int length = text.codePointCount(0, text.length());
    if (length < MIN || length > MAX) {
      throw refused("size", "must have " + MIN + " to " + MAX + " characters");
    }
    if (FORBIDDEN.containsSome(text)) {
      throw refused("characters", "may not have control or direction characters");
    }
    if (UNSEEN.containsAll(text)) {
      throw refused("characters", "must have something to be seen");
    }
    return new DisplayName(text);
  }

  private static String trimmed(String text) {
    int start = BLANK.span(text, UnicodeSet.SpanCondition.SIMPLE);
    int end = BLANK.spanBack(text, UnicodeSet.SpanCondition.SIMPLE);
    return start < end ? text.substring(start, end) : "";
  }

  private static InvalidInputException refused(String code, String message) {
    return new InvalidInputException("displayName", code, message);
  }
}
