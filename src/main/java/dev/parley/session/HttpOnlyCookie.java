package dev.parley.session;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;

/**
 * A cookie that no script reads.
 *
 * @param path the paths that it goes to
 * @param secure whether it goes over TLS alone
 * @param sameSite whether it goes along with requests that begin at other sites
 */
record HttpOnlyCookie(String name, String path, boolean secure, SameSite sameSite) {
  NewCookie holding(String value, Duration lifetime) {
    return new NewCookie.Builder(name)
        .value(value)
        .path(path)
        .maxAge((int) lifetime.toSeconds())
        .httpOnly(true)
        .secure(secure)
        .sameSite(sameSite)
        .build();
  }

  NewCookie cleared() {
    return holding("", Duration.ZERO);
  }
}
