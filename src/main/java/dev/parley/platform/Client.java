package dev.parley.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * What a request tells of the program that sends it, kept for when another thread works on it.
 *
 * @param network where it comes from, see {@link Networks}
 * @param userAgent what it says it is, at most {@value #MAX_USER_AGENT} printable characters
 */
public record Client(String network, String userAgent) {
  static final int MAX_USER_AGENT = 255;

  /** The client of a request, behind the proxies that are known here. */
  public static Client of(HttpServletRequest request, Settings settings) {
    String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    String printable = agent.replaceAll("[^\\x20-\\x7E]", "?");
    return new Client(
        Networks.of(settings.proxies().client(request)),
        printable.substring(0, Math.min(printable.length(), MAX_USER_AGENT)));
  }
}
