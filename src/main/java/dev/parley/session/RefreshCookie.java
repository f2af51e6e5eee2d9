package dev.parley.session;

import dev.parley.platform.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.net.URI;

/**
 * The cookie that carries the refresh token: no script reads it, no other site sends it, and it
 * goes to the session's paths alone.
 *
 * @param path the paths that it goes to
 * @param secure whether it goes over TLS alone
 * @param seconds how long a browser keeps it
 */
record RefreshCookie(String path, boolean secure, int seconds) {
  static final String NAME = "parley_refresh";

  static RefreshCookie of(HttpServletRequest request, Settings settings) {
    boolean tls =
        request.isSecure()
            || settings.url().map(URI::getScheme).filter("https"::equalsIgnoreCase).isPresent();
    return new RefreshCookie(
        request.getContextPath() + "/api/session",
        tls,
        (int) settings.sessionLifetime().toSeconds());
  }

  NewCookie holding(RefreshToken token) {
    return cookie(token.text(), seconds);
  }

  NewCookie cleared() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int maxAge) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path(path)
        .maxAge(maxAge)
        .httpOnly(true)
        .secure(secure)
        .sameSite(SameSite.STRICT)
        .build();
  }
}
