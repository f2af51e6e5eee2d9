package dev.parley.message;

import dev.parley.platform.InvalidInputException;
import dev.parley.platform.Settings;
import dev.parley.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What a message's text may be: something is seen of it, its lines end with a line feed, it has no
 * other control characters than tabs, and at most {@code parley.limits.text-length} UTF-16 units.
 */
@ApplicationScoped
public class MessageTexts {
  @Inject Settings settings;

  /**
   * The text as it is stored: as it was written, but for the ends of its lines.
   *
   * @throws InvalidInputException if it is none
   */
  public String of(String written) {
    String text = Texts.withLineFeeds(written);
    int most = settings.limits().textLength();
    if (text.length() > most) {
      throw new InvalidInputException("text", "size", "must have at most " + most + " characters");
    }
    if (!Texts.isVisible(text)) {
      throw new InvalidInputException("text", "not_blank", "must have something to be seen");
    }
    if (Texts.hasControls(text)) {
      throw new InvalidInputException(
          "text", "characters", "must not have control characters but line feeds and tabs");
    }
    return text;
  }
}
