package dev.parley.message;

import dev.parley.platform.InvalidInputException;
import dev.parley.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What a message's text may be: not blank, at most {@code parley.limits.text-length} UTF-16 units.
 */
@ApplicationScoped
public class MessageTexts {
  @Inject Settings settings;

  /**
   * Refuses a text that is none.
   *
   * @throws InvalidInputException if it is blank or too long
   */
  public void require(String text) {
    int most = settings.limits().textLength();
    if (text.isBlank()) {
      throw new InvalidInputException("text", "not_blank", "must not be blank");
    }
    if (text.length() > most) {
      throw new InvalidInputException("text", "size", "must have at most " + most + " characters");
    }
  }
}
