package dev.parley.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses header fields that are dangerous to read, and hides other applications' cookies.
 *
 * <p>Of several {@code Host} fields each server on the way may take another one (RFC 9112, section
 * 3.2). Bytes from 0x80 in a value are opaque and pass (RFC 9110, section 5.5). Control characters
 * do not, nor a transfer coding that nobody here knows (RFC 9112, section 6.1): a proxy in front
 * may have read either in another way, and seen other requests on the same connection.
 */
public class HeaderGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (hasControls(request) || hasUnknownCoding(request) || hasSeveralHosts(request)) {
      response.setHeader("Connection", "close"); // where the request ends is not certain
      ProblemPage.write(
          response, Problem.of(ProblemType.BAD_REQUEST, "A header field is not HTTP."));
    } else if (request.getHeader(OwnCookies.HEADER) != null) {
      chain.doFilter(new OwnCookies(request), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean hasControls(HttpServletRequest request) {
    return RequestPaths.listed(request.getHeaderNames()).stream()
        .flatMap(name -> RequestPaths.headers(request, name).stream())
        .anyMatch(HeaderGate::hasControl);
  }

  private static boolean hasControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasSeveralHosts(HttpServletRequest request) {
    String host = RequestPaths.header(request, "Host");
    return host != null && host.contains(",");
  }

  private static boolean hasUnknownCoding(HttpServletRequest request) {
    return RequestPaths.headers(request, "Transfer-Encoding").stream()
        .anyMatch(coding -> !coding.strip().equalsIgnoreCase("chunked"));
  }
}
