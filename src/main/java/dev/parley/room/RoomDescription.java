package dev.parley.room;

import dev.parley.platform.InvalidInputException;
import dev.parley.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a room is about.
 *
 * @param text at most {@value #MAX_LENGTH} UTF-16 units, without blanks around it; empty for none
 */
record RoomDescription(String text) {
  static final int MAX_LENGTH = 500;

  /**
   * Makes a description of what was typed.
   *
   * @throws InvalidInputException if it is too long, has control characters, or nothing of it is
   *     seen though it is not blank
   */
  static RoomDescription of(@Nullable String typed) {
    String text = typed == null ? "" : Texts.withLineFeeds(typed).strip();
    if (text.length() > MAX_LENGTH) {
      throw refused("size", "must have at most " + MAX_LENGTH + " characters");
    }
    if (Texts.hasControls(text)) {
      throw refused("characters", "must not have control characters");
    }
    if (!text.isEmpty() && !Texts.isVisible(text)) {
      throw refused("characters", "must have something to be seen");
    }
    return new RoomDescription(text);
  }

  private static InvalidInputException refused(String code, String message) {
    return new InvalidInputException("description", code, message);
  }
}
