package dev.parley.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Hides what a server puts into an application at the root: Payara adds servlets for MicroProfile
 * Metrics, Health and OpenAPI, which tell everyone of its memory and of the API. Parley's own
 * health is below {@code /api}.
 */
public class EndpointGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Pattern SERVERS_OWN = Pattern.compile("/(metrics|health|openapi)(/.*)?");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (SERVERS_OWN.matcher(RequestPaths.ofServlet(request)).matches()) {
      ProblemPage.write(response, new NotFoundException().problem());
    } else {
      chain.doFilter(request, response);
    }
  }
}
