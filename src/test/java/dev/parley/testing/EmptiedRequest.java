package dev.parley.testing;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** What Payara makes of a request whose connection ends, wherever it is by then: all is null. */
public final class EmptiedRequest {
  private EmptiedRequest() {}

  /** Whether a filter lets it go on. */
  public static boolean passes(Filter filter) throws IOException, ServletException {
    var wentOn = new AtomicBoolean();
    filter.doFilter(
        empty(HttpServletRequest.class),
        empty(HttpServletResponse.class),
        (request, response) -> wentOn.set(true));
    return wentOn.get();
  }

  private static <T> T empty(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> null));
  }
}
