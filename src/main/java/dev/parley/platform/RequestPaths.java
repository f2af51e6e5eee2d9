package dev.parley.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for. Payara empties a request when its connection ends, even while filters
 * still look at it: then it asks for nothing.
 */
public final class RequestPaths {
  private RequestPaths() {}

  /** The path as it was sent; empty where the request is over. */
  public static String asSent(HttpServletRequest request) {
    return Objects.toString(request.getRequestURI(), "");
  }

  /**
   * A field that a request has once: all of its lines, with commas, so that whoever sends it twice
   * sends something else; null where there is none.
   */
  public static @Nullable String header(HttpServletRequest request, String name) {
    List<String> lines = headers(request, name);
    return lines.isEmpty() ? null : String.join(", ", lines);
  }

  /** All lines of a field. */
  static List<String> headers(HttpServletRequest request, String name) {
    return listed(request.getHeaders(name));
  }

  static List<String> listed(@Nullable Enumeration<String> values) {
    return Collections.list(
        Objects.requireNonNullElseGet(values, Collections::<String>emptyEnumeration));
  }

  /** The path of the servlet below the application's; empty where the request is over. */
  static String ofServlet(HttpServletRequest request) {
    return Objects.toString(request.getServletPath(), "");
  }
}
