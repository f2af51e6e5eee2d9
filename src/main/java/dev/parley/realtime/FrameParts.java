package dev.parley.realtime;

import dev.parley.platform.Texts;

/** Puts a frame together from its parts, up to a size. Not thread-safe. */
final class FrameParts {
  private final StringBuilder text = new StringBuilder();
  private int bytes;

  /**
   * Adds a part.
   *
   * @param most bytes of the whole frame in UTF-8
   * @return false if that would be too much; then it is not added
   */
  boolean add(String part, int most) {
    bytes += Texts.utf8Length(part);
    if (bytes > most) {
      return false;
    }
    text.append(part);
    return true;
  }

  /** Hands the frame out and begins the next one. */
  String take() {
    String whole = text.toString();
    text.setLength(0);
    bytes = 0;
    return whole;
  }
}
