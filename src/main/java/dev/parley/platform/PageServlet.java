package dev.parley.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Serves the one page at every address that is a state of it, with the base it is deployed under
 * and the version of its scripts and style sheets.
 */
@WebServlet({"", "/index.html", "/rooms/*", "/settings", "/sign-in", "/sign-up"})
public class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String BASE = "<base href=\"/\">";
  private static final Pattern ASSET = Pattern.compile("(?<=\\b(?:src|href)=\")(?=(?:js|css)/)");

  private transient byte[] page = {};

  @Override
  public void init() throws ServletException {
    try (var file = getServletContext().getResourceAsStream("/index.html")) {
      if (file == null) {
        throw new ServletException("index.html is not in the WAR");
      }
      String html = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      String base = "<base href=\"" + getServletContext().getContextPath() + "/\">";
      String assets = Assets.of(getServletContext()).path();
      page =
          ASSET
              .matcher(html.replace(BASE, base))
              .replaceAll(assets)
              .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ServletException(e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
