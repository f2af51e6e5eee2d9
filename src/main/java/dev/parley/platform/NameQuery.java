package dev.parley.platform;

/** What someone typed to find rooms or people by their names. */
public final class NameQuery {
  /** UTF-16 units. */
  public static final int MAX_LENGTH = 100;

  private NameQuery() {}

  /**
   * Gives the query back if it is one.
   *
   * @throws InvalidInputException if it is longer than {@value #MAX_LENGTH}, or has control
   *     characters or half a character in it
   */
  public static String checked(String query) {
    if (query.length() > MAX_LENGTH) {
      throw new InvalidInputException(
          "query", "size", "must have at most " + MAX_LENGTH + " characters");
    }
    if (!Texts.isClean(query) || Texts.hasControls(query)) {
      throw new InvalidInputException("query", "pattern", "must not have control characters");
    }
    return query;
  }

  /**
   * What to look for among search keys; empty for all. Where nothing can be seen of what was typed,
   * it is what no key has.
   */
  public static String key(String query) {
    String key = NameText.fold(query);
    return key.isEmpty() ? NameText.onOneLine(query) : key;
  }
}
