package dev.parley.platform;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what JSON allows and a database or another program does not, also where it is skipped.
 */
final class StrictParser extends JsonParserDelegate {
  private static final int MAX_TOKENS = 100_000;

  private int tokens;

  StrictParser(JsonParser parser) {
    super(parser);
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (token == null) {
      return null;
    }
    if (++tokens > MAX_TOKENS) {
      throw new JsonParseException(this, "too many values");
    }
    switch (token) {
      case FIELD_NAME, VALUE_STRING -> checkText(getText());
      case VALUE_NUMBER_FLOAT -> checkFinite(getDoubleValue());
      default -> {}
    }
    return token;
  }

  @Override
  public JsonParser skipChildren() throws IOException {
    if (currentToken() != JsonToken.START_OBJECT && currentToken() != JsonToken.START_ARRAY) {
      return this;
    }
    int open = 1;
    while (open > 0) {
      JsonToken token = nextToken();
      if (token == null) {
        throw new JsonParseException(this, "unexpected end");
      }
      open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
    return this;
  }

  private void checkText(String text) throws JsonParseException {
    if (!Texts.isClean(text)) {
      throw new JsonParseException(this, "a NUL or a lone surrogate");
    }
  }

  private void checkFinite(double number) throws JsonParseException {
    if (!Double.isFinite(number)) {
      throw new JsonParseException(this, "a number out of range");
    }
  }
}
