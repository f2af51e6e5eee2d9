package dev.parley.platform;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves what the page is made of below a path that names its version. So a browser keeps it for
 * good, and a page never mixes the files of two versions.
 */
@WebServlet(urlPatterns = "/assets/*", loadOnStartup = 1)
public class AssetServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  public void init() {
    Assets.of(getServletContext());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var asset = Assets.of(getServletContext()).at(String.valueOf(request.getPathInfo()));
    if (asset.isEmpty()) {
      ProblemPage.write(response, Problems.of(HttpServletResponse.SC_NOT_FOUND));
      return;
    }
    boolean gzip = AcceptEncoding.takesGzip(RequestPaths.headers(request, "Accept-Encoding"));
    byte[] body = asset.get().bytes(gzip);
    if (gzip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Accept-Ranges", "none"); // some KiB, and kept for good
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setContentType(asset.get().mediaType());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
