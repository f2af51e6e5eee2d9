package dev.parley.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.stream.Collectors;

/**
 * The one door for JSON (RFC 8259), in and out, over HTTP and on the socket. Thread-safe.
 *
 * <p>Reading is strict: UTF-8 without a byte-order mark, no duplicate names, no trailing text, at
 * most {@value #MAX_DEPTH} levels, no NUL and no lone surrogate in a string, no conversion between
 * texts and numbers. Names that are not known are passed over.
 */
public final class Json {
  /** Levels of nesting that are read; no body or frame of the protocol needs ten. */
  public static final int MAX_DEPTH = 32;

  private static final DateTimeFormatter RFC_3339 =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  private static final ObjectMapper MAPPER = mapper();

  private Json() {}

  /**
   * Reads one value.
   *
   * @throws MalformedJsonException if it is not such a value
   */
  public static <T> T read(byte[] utf8, Class<T> type) {
    try {
      return read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString(), type);
    } catch (CharacterCodingException e) {
      throw new MalformedJsonException("The text is not UTF-8.");
    }
  }

  /**
   * Reads one value.
   *
   * @throws MalformedJsonException if it is not such a value
   */
  public static <T> T read(String text, Class<T> type) {
    try (JsonParser parser = new StrictParser(MAPPER.createParser(text))) {
      T value = MAPPER.readValue(parser, type);
      if (value == null || parser.nextToken() != null) {
        throw new MalformedJsonException("There must be exactly one value, and not null.");
      }
      return value;
    } catch (JsonMappingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new MalformedJsonException("The text is not JSON that can be read here.");
    }
  }

  /** Writes a value as text. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a value as UTF-8. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MalformedJsonException malformed(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    return new MalformedJsonException(path, "The value is not of the kind that is expected here.");
  }

  private static ObjectMapper mapper() {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(64)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    var mapper =
        JsonMapper.builder(factory)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addModule(new SimpleModule().addSerializer(Instant.class, new InstantWriter()))
            .build();
    var texts = mapper.coercionConfigFor(LogicalType.Textual);
    for (var shape :
        new CoercionInputShape[] {
          CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
      texts.setCoercion(shape, CoercionAction.Fail);
    }
    return mapper;
  }

  private static final class InstantWriter extends JsonSerializer<Instant> {
    @Override
    public void serialize(
        Instant value, com.fasterxml.jackson.core.JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(RFC_3339.format(value));
    }
  }
}
