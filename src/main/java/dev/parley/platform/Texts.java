package dev.parley.platform;

import com.ibm.icu.text.UnicodeSet;

/** Facts about text. */
public final class Texts {
  /**
   * What leaves nothing on the screen by itself: spaces, what Unicode says is to be ignored (zero
   * widths, joiners, directions, tags, fillers), marks that need a letter before them, controls and
   * formats, and what browsers draw blank: BRAILLE PATTERN BLANK, OBJECT REPLACEMENT CHARACTER,
   * MUSICAL SYMBOL NULL NOTEHEAD.
   */
  private static final UnicodeSet UNSEEN =
      new UnicodeSet(
              "[[:White_Space:][:Default_Ignorable_Code_Point:][:M:][:Cc:][:Cs:]"
                  + "[[:Cf:]-[:Prepended_Concatenation_Mark:]][:Noncharacter_Code_Point:]"
                  + "\\u2800\\uFFFC\\U0001D159]")
          .freeze();

  private Texts() {}

  /**
   * Whether the text holds neither NUL (PostgreSQL refuses it) nor a lone surrogate (UTF-8 cannot
   * carry it).
   */
  public static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a reader sees something of the text. */
  public static boolean isVisible(String text) {
    return !UNSEEN.containsAll(text);
  }

  /** Whether the text holds control characters (Unicode Cc) other than line feeds and tabs. */
  public static boolean hasControls(String text) {
    return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
  }

  /** The text with a line feed for each CR LF and CR. */
  public static String withLineFeeds(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Bytes that the text takes in UTF-8. */
  public static int utf8Length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // of a surrogate pair, each half counts as two
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
