package dev.parley.message;

import com.ibm.icu.text.UnicodeSet;
import dev.parley.platform.InvalidInputException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One emoji.
 *
 * @param text a sequence recommended for general interchange (Unicode UTS #51, RGI emoji), fully
 *     qualified: with each variation selector 16 that it is defined with, and no other
 */
public record Emoji(String text) {
  /** UTF-16 units that are looked at; the longest sequence of Unicode 17 has 25. */
  static final int MAX_LENGTH = 32;

  /**
   * Variation selector 16. Keyboards leave it out, and add it where it is not needed: the emoji
   * looks the same (UTS #51, minimally qualified and unqualified sequences).
   */
  private static final String AS_EMOJI = "\uFE0F";

  /** The sequences by what they are without the selector. */
  private static final Map<String, String> QUALIFIED = qualified();

  /**
   * Reads what a client sent, with or without its variation selectors.
   *
   * @throws InvalidInputException if it is not one emoji
   */
  public static Emoji of(String typed) {
    @Nullable String text =
        typed.length() <= MAX_LENGTH ? QUALIFIED.get(withoutSelectors(typed)) : null;
    if (text == null) {
      throw new InvalidInputException("emoji", "pattern", "must be one emoji");
    }
    return new Emoji(text);
  }

  private static Map<String, String> qualified() {
    var sequences = new HashMap<String, String>();
    for (String sequence : new UnicodeSet("[:RGI_Emoji:]")) {
      sequences.put(withoutSelectors(sequence), sequence);
    }
    return Map.copyOf(sequences);
  }

  private static String withoutSelectors(String text) {
    return text.replace(AS_EMOJI, "");
  }
}
