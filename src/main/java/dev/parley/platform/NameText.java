package dev.parley.platform;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.SpanCondition;

/** What names of rooms and of people have in common: how they are written, and found. */
public final class NameText {
  /** UTF-16 units of the longest key by which a name is found, as the columns have it. */
  public static final int MAX_KEY = 320;

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

  /** HANGUL FILLER, the same in half width, and BRAILLE PATTERN BLANK look like spaces too. */
  private static final UnicodeSet BLANK = new UnicodeSet("[[:Zs:]\\u3164\\uFFA0\\u2800]").freeze();

  private static final UnicodeSet BLANK_OR_BREAK =
      new UnicodeSet("[:White_Space:]").addAll(BLANK).freeze();

  /**
   * Neither controls, line breaks and formats, but for the two joiners that scripts and emoji need,
   * nor what is not assigned to a character, nor what is seen as a gap. The flags that are written
   * with tags are allowed as a whole.
   */
  private static final UnicodeSet ALLOWED =
      new UnicodeSet(
              "[[[^[:C:][:Zl:][:Zp:]\\u034F\\u115F\\u1160\\u17B4\\u17B5\\uFFFC\\U0001D159]"
                  + "\\u200C\\u200D][:RGI_Emoji_Tag_Sequence:]]")
          .freeze();

  private NameText() {}

  /** A name as it is kept: in NFC, with one plain space for each run of blanks within a line. */
  public static String spaced(String typed) {
    return trimmed(joined(NFC.normalize(typed), BLANK));
  }

  /** A name on one line: as {@link #spaced}, and line breaks and tabs are blanks too. */
  public static String onOneLine(String typed) {
    return trimmed(joined(NFC.normalize(typed), BLANK_OR_BREAK));
  }

  /**
   * Whether a name has only what is seen, or belongs to how it is written, and leaves the text
   * beside it where it is.
   */
  public static boolean isPlain(String name) {
    return ALLOWED.span(name, SpanCondition.CONTAINED) == name.length();
  }

  /**
   * What is equal for all names that differ only in case, width or another compatible form, in
   * blanks, or in what is not seen (NFKC_Casefold, Unicode Standard section 3.13).
   */
  public static String fold(String name) {
    // where something was ignored or spelled out, spaces may have come together
    return onOneLine(CASEFOLD.normalize(onOneLine(name)));
  }

  /** By which a name is found: the fold, at most {@value #MAX_KEY} UTF-16 units of it. */
  public static String searchKey(String name) {
    String key = fold(name);
    if (key.length() <= MAX_KEY) {
      return key;
    }
    boolean split = Character.isHighSurrogate(key.charAt(MAX_KEY - 1));
    return key.substring(0, split ? MAX_KEY - 1 : MAX_KEY);
  }

  private static String joined(String text, UnicodeSet blanks) {
    var joined = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int word = blanks.span(text, at, SpanCondition.NOT_CONTAINED);
      joined.append(text, at, word);
      at = blanks.span(text, word, SpanCondition.CONTAINED);
      if (at > word) {
        joined.append(' ');
      }
    }
    return joined.toString();
  }

  private static String trimmed(String text) {
    int start = BLANK_OR_BREAK.span(text, SpanCondition.SIMPLE);
    int end = BLANK_OR_BREAK.spanBack(text, SpanCondition.SIMPLE);
    return start < end ? text.substring(start, end) : "";
  }
}
