package dev.parley.platform;

import static java.util.Collections.emptyEnumeration;
import static java.util.Collections.enumeration;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request with Parley's own cookies alone, in the order of the header (RFC 6265, section 4.2).
 *
 * <p>A browser sends those of every application on the same host, and servers fail at some: at
 * letters beyond ASCII, and at attributes of older standards.
 */
final class OwnCookies extends HttpServletRequestWrapper {
  static final String HEADER = "Cookie";

  /** How the names of Parley's cookies begin. */
  private static final String PREFIX = "parley_";

  private static final Pattern OWN =
      Pattern.compile(
          "(?<=^|;)[ \t]*(" + PREFIX + "[A-Za-z0-9_-]+)=([!#-+\\--:<-\\[\\]-~]*)[ \t]*(?=;|$)");

  private final List<Cookie> own;

  OwnCookies(HttpServletRequest request) {
    super(request);
    own =
        OWN.matcher(String.join(";", Collections.list(request.getHeaders(HEADER))))
            .results()
            .map(OwnCookies::cookie)
            .toList();
  }

  private static Cookie cookie(MatchResult pair) {
    return new Cookie(pair.group(1), pair.group(2));
  }

  @Override
  public Cookie @Nullable [] getCookies() {
    return own.isEmpty() ? null : own.toArray(Cookie[]::new);
  }

  @Override
  public @Nullable String getHeader(String name) {
    return HEADER.equalsIgnoreCase(name) ? header() : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    if (!HEADER.equalsIgnoreCase(name)) {
      return super.getHeaders(name);
    }
    String header = header();
    return header == null ? emptyEnumeration() : enumeration(List.of(header));
  }

  private @Nullable String header() {
    return own.isEmpty()
        ? null
        : String.join("; ", own.stream().map(c -> c.getName() + "=" + c.getValue()).toList());
  }
}
