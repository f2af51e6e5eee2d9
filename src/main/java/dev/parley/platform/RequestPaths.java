package dev.parley.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

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

  /** The path of the servlet below the application's; empty where the request is over. */
  static String ofServlet(HttpServletRequest request) {
    return Objects.toString(request.getServletPath(), "");
  }
}
