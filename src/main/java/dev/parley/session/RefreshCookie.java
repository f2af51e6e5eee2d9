package dev.parley.session;

import dev.parley.platform.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.net.URI;
import java.time.Duration;

/**
 * The cookie that carries the refresh token: no script reads it, no other site sends it, and it
 * goes to the session's paths alone.
 *
 * @param path the paths that it goes to
 * @param secure whether it goes over TLS alone
 * @param lifetime how long a browser keeps it
 */
record RefreshCookie(String path, boolean secure, Duration lifetime) {
  static final String NAME = "parley_refresh";

  static RefreshCookie of(HttpServletRequest request, Settings settings) {
    boolean tls =
        request.isSecure()
            || settings.url().map(URI::getScheme).filter("https"::equalsIgnoreCase).isPresent();
    return new RefreshCookie(
        request.getContextPath() + "/api/session", tls, settings.sessionLifetime());
  }

  NewCookie holding(RefreshToken token) {
    return cookie().holding(token.text(), lifetime);
  }

  NewCookie cleared() {
    return cookie().cleared();
  }

  private HttpOnlyCookie cookie() {
    return new HttpOnlyCookie(NAME, path, secure, SameSite.STRICT);
  }
}
