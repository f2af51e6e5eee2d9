package dev.parley.platform;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** Gives each request its id, and has {@link RequestTroubles} told what came of it. */
public class RequestLog extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int FAILED = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;

  /** The connection broke while the request was read or the answer written: nobody's failure. */
  private static final int GONE = -1;

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Inject transient RequestTroubles troubles;

  /**
   * A request that is under way. What it asks for is kept: Payara empties a request when it is
   * over.
   */
  private record UnderWay(
      HttpServletRequest request,
      HttpServletResponse response,
      String method,
      String path,
      String id,
      boolean waits,
      long begin) {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = RequestPaths.asSent(request);
    if (path.startsWith(request.getContextPath() + "/api/health/")) {
      chain.doFilter(request, response); // who asks is told, every few seconds
      return;
    }
    if (!METHODS.contains(request.getMethod())) {
      chain.doFilter(request, response); // no server knows it, and it could hold anything
      return;
    }
    String id = RequestId.of(request);
    response.setHeader(RequestId.HEADER, id);
    var one =
        new UnderWay(
            request, response, request.getMethod(), path, id, waits(request), System.nanoTime());
    int thrown = FAILED;
    try {
      chain.doFilter(request, response);
      thrown = 0;
    } catch (IOException e) {
      thrown = GONE;
      throw e;
    } finally {
      if (thrown == 0 && request.isAsyncStarted()) {
        endLater(one);
      } else if (thrown != GONE) {
        end(one, Math.max(thrown, response.getStatus()));
      }
    }
  }

  private void endLater(UnderWay one) {
    try {
      one.request().getAsyncContext().addListener(new End(one));
    } catch (IllegalStateException e) {
      end(one, one.response().getStatus()); // another thread has completed it meanwhile
    }
  }

  /** Whether it asks to be answered only when there is something to tell. */
  private static boolean waits(HttpServletRequest request) {
    return ("&" + request.getQueryString()).contains("&wait=");
  }

  private void end(UnderWay one, int status) {
    var took = one.waits() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - one.begin());
    if (status >= FAILED || troubles.isSlow(took)) {
      String route = Route.of(one.request(), one.path());
      troubles.note("%s %s (request %s)".formatted(one.method(), route, one.id()), status, took);
    }
  }

  /** Where the answer is written by another thread. */
  private final class End implements AsyncListener {
    private final UnderWay one;

    End(UnderWay one) {
      this.one = one;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      end(one, one.response().getStatus());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // it is completed then
    }

    @Override
    public void onError(AsyncEvent event) {
      // the same
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
