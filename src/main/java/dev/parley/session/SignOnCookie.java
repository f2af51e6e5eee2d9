package dev.parley.session;

import dev.parley.provider.CodeFlow;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

/**
 * The cookie that a browser takes along to the identity provider and brings back, by which it is
 * known to be the one that went. It comes back from another site, so it is not strict.
 *
 * @param path the paths that it goes to
 * @param secure whether it goes over TLS alone
 */
record SignOnCookie(String path, boolean secure) {
  static final String NAME = "parley_sign_on";

  static SignOnCookie of(RefreshCookie refresh) {
    return new SignOnCookie(refresh.path() + "/sign-on", refresh.secure());
  }

  NewCookie holding(String sealed) {
    return cookie().holding(sealed, CodeFlow.PATIENCE);
  }

  NewCookie cleared() {
    return cookie().cleared();
  }

  private HttpOnlyCookie cookie() {
    return new HttpOnlyCookie(NAME, path, secure, SameSite.LAX);
  }
}
