package dev.parley.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves the one page at every address that is a state of it, with the base it is deployed under
 * and the version of its scripts and style sheets.
 */
@WebServlet({
  "",
  "/index.html",
  "/rooms/*",
  "/settings",
  "/admin/*",
  "/sign-in",
  "/sign-up",
  "/new-password"
})
public class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private transient byte[] page = {};
  private String tag = "";

  @Override
  public void init() {
    ServletContext context = getServletContext();
    String assets = Assets.of(context).path();
    page = Page.in(context).served(context.getContextPath(), assets).getBytes(UTF_8);
    tag = Secrets.hash(page);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("ETag", "\"" + tag + "\"");
    boolean held =
        EntityTags.of(RequestPaths.headers(request, "If-None-Match"))
            .filter(tags -> tags.name(tag))
            .isPresent();
    if (held) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
