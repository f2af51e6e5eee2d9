package dev.parley.platform;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;

/** Tells constraints in English on a server of any language; programs go by the code. */
record EnglishMessages(MessageInterpolator messages) implements MessageInterpolator {
  @Override
  public String interpolate(String template, Context context) {
    return messages.interpolate(template, context, Locale.ENGLISH);
  }

  @Override
  public String interpolate(String template, Context context, Locale locale) {
    return interpolate(template, context);
  }
}
