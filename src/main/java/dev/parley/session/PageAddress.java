package dev.parley.session;

import dev.parley.platform.Origins;
import dev.parley.platform.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Addresses of Parley's own page, whole, for those who come back from somewhere else. */
final class PageAddress {
  private PageAddress() {}

  /**
   * The address of a place below the page's own.
   *
   * @param place relative, such as {@code sign-in}
   * @throws IllegalStateException if {@code parley.url} is not set
   */
  static URI of(HttpServletRequest request, Settings settings, String place) {
    String origin = settings.url().map(Origins::of).orElseThrow(IllegalStateException::new);
    return URI.create(origin + request.getContextPath() + "/" + place);
  }
}
