package dev.parley.platform;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * JSON bodies, read and checked and written the same on every server.
 *
 * <p>It is for records and not for objects, because the nearest type goes first: between two
 * providers for {@code Object}, this and a server's own, Payara chooses anew at every start.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class JsonBodies implements MessageBodyReader<Record>, MessageBodyWriter<Record> {
  /** Bytes of the largest body that is read. */
  public static final int MAX_BODY = 1 << 20;

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    byte[] bytes = bytes(body);
    if (bytes.length > MAX_BODY) {
      throw new ProblemException(ProblemType.TOO_LARGE, "A body may have at most 1 MiB.");
    }
    return Inputs.checked(Json.read(bytes, type));
  }

  /** A sender who is too slow is cut off by the server; one who is gone does not hear this. */
  private static byte[] bytes(InputStream body) {
    try {
      return body.readNBytes(MAX_BODY + 1);
    } catch (IOException e) {
      throw new ProblemException(Problems.of(408));
    }
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type.isRecord();
  }

  @Override
  public void writeTo(
      Record value,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(value instanceof WrittenJson written ? written.utf8() : Json.bytes(value));
  }
}
