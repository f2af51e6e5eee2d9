package dev.parley.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** Where {@code parley.url} says which address people use, refuses requests for any other host. */
public class HostGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient Settings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String host = RequestPaths.header(request, "Host");
    boolean health =
        RequestPaths.asSent(request).startsWith(request.getContextPath() + "/api/health/");
    if (health || settings.url().map(url -> Origins.hostFits(host, url)).orElse(true)) {
      chain.doFilter(request, response);
    } else {
      settings.url().ifPresent(url -> RefusedAddresses.log("Host", host, expected(url)));
      ProblemPage.write(
          response, Problem.of(ProblemType.FORBIDDEN, "This is not the address of this server."));
    }
  }

  private static String expected(URI url) {
    return Origins.of(url).replaceFirst(".*//", "") + " (parley.url)";
  }
}
