package dev.parley.platform;

/** Ids and numbers in addresses. */
public final class Ids {
  private Ids() {}

  /**
   * Reads an id from a path.
   *
   * @throws NotFoundException if it is none: nothing has such an id
   */
  public static long parse(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new NotFoundException();
    }
    return Long.parseLong(text);
  }

  /**
   * Reads a number from a query parameter.
   *
   * @throws InvalidInputException if it is none
   */
  public static long query(String name, String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new InvalidInputException(name, "range", "must be a whole number from 0");
    }
    return Long.parseLong(text);
  }
}
