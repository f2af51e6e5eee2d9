package dev.parley.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers with a problem where a request never reached JAX-RS; {@code web.xml} sends errors here.
 */
@WebServlet("/problem")
public class ProblemPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean dispatched =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
    int status = dispatched ? response.getStatus() : HttpServletResponse.SC_NOT_FOUND;
    write(response, Problems.of(status));
  }

  /** Answers with a problem where there is no JAX-RS. */
  public static void write(HttpServletResponse response, Problem problem) throws IOException {
    byte[] body = Json.bytes(problem);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
