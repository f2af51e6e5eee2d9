package dev.parley.launcher.door;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    return HttpContent.builder(response).content(body).last(true).build();
  }

  /** The last answer of a connection, from its first byte to its last. */
  Buffer asWritten() {
    String body = json();
    return buffer(
        String.join(
            "\r\n",
            "HTTP/1.1 " + status.getStatusCode() + " " + status.getReasonPhrase(),
            "Content-Type: " + MEDIA_TYPE,
            "Content-Length: " + body.length(),
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
            "Connection: close",
            "",
            body));
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
