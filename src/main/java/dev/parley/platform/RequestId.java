package dev.parley.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By what a request is found in several logs. It is no secret, and tells nothing. */
final class RequestId {
  static final String HEADER = "X-Request-Id";

  private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** The trace of W3C Trace Context, level 1, section 3.2. */
  private static final Pattern TRACE =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  private RequestId() {}

  /** What a proxy in front calls the request, or its trace, or a new one. */
  static String of(HttpServletRequest request) {
    return given(request)
        .or(() -> trace(request))
        .orElseGet(() -> HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
  }

  private static Optional<String> given(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HEADER)).filter(id -> GIVEN.matcher(id).matches());
  }

  private static Optional<String> trace(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("traceparent"))
        .map(TRACE::matcher)
        .filter(Matcher::matches)
        .map(trace -> trace.group(1));
  }
}
