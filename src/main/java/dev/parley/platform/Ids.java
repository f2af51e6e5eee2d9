package dev.parley.platform;

/** Ids in paths. */
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
}
