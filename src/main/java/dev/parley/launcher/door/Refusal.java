package dev.parley.launcher.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/**
 * A refusal in the words of Parley: problem details (RFC 9457), as the application writes them.
 *
 * @param status the HTTP status
 */
record Refusal(HttpStatus status, String code, String title, String detail) {
  private static final String MEDIA_TYPE = "application/problem+json";

  /** What the application's own filter puts on every answer, as far as there is no page. */
  private static final Map<String, String> HEADERS =
      new TreeMap<>(
          Map.of(
              "Cache-Control", "no-store",
              "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
              "Cross-Origin-Opener-Policy", "same-origin",
              "Cross-Origin-Resource-Policy", "same-origin",
              "Referrer-Policy", "no-referrer",
              "X-Content-Type-Options", "nosniff"));

  static Refusal of(int status) {
    return switch (status) {
      case 404 ->
          new Refusal(
              HttpStatus.NOT_FOUND_404,
              "not_found",
              "Not found",
              "There is nothing here, or nothing that you may see.");
      case 405 ->
          new Refusal(
              HttpStatus.METHOD_NOT_ALLOWED_405,
              "method_not_allowed",
              "Method not allowed",
              "No path here has this method.");
      case 505 ->
          new Refusal(
              HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505,
              "bad_request",
              "Bad request",
              "This version of HTTP is not spoken here.");
      default ->
          status < 500
              ? new Refusal(
                  HttpStatus.BAD_REQUEST_400,
                  "bad_request",
                  "Bad request",
                  "The request is not HTTP as it is read here.")
              : new Refusal(
                  HttpStatus.SERVICE_UNAVAILABLE_503,
                  "unavailable",
                  "Not available right now",
                  "Try again in a while.");
    };
  }

  /** The answer's header is made to fit; it must not have been sent. */
  HttpContent in(HttpResponsePacket response) {
    Buffer body = buffer(json());
    status.setValues(response);
    response.setContentType(MEDIA_TYPE);
    response.setContentLength(body.remaining());
    HEADERS.forEach(response::setHeader);
    return HttpContent.builder(response).content(body).last(true).build();
  }

  /** The last answer of a connection, from its first byte to its last. */
  Buffer asWritten() {
    String body = json();
    var text = new StringBuilder(512);
    text.append("HTTP/1.1 %d %s\r\n".formatted(status.getStatusCode(), status.getReasonPhrase()));
    text.append("Content-Type: %s\r\n".formatted(MEDIA_TYPE));
    text.append("Content-Length: %d\r\n".formatted(body.length()));
    HEADERS.forEach((name, value) -> text.append("%s: %s\r\n".formatted(name, value)));
    return buffer(text.append("Connection: close\r\n\r\n").append(body).toString());
  }

  /** In ASCII, with nothing to escape. */
  private String json() {
    return """
    {"type":"urn:parley:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s"}"""
        .formatted(code, title, status.getStatusCode(), detail, code);
  }

  private static Buffer buffer(String text) {
    return Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, text.getBytes(UTF_8));
  }
}
