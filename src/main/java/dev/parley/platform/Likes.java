package dev.parley.platform;

/** Patterns for {@code like … escape '!'} in which what was typed is found literally. */
public final class Likes {
  private Likes() {}

  /** Finds the text anywhere. */
  public static String containing(String text) {
    return "%" + literally(text) + "%";
  }

  /** Finds the text at the beginning. */
  public static String startingWith(String text) {
    return literally(text) + "%";
  }

  private static String literally(String text) {
    return text.replaceAll("([!%_])", "!$1");
  }
}
