package dev.parley.session;

import dev.parley.platform.Origins;
import dev.parley.platform.RefusedAddresses;
import dev.parley.platform.RequestPaths;
import dev.parley.platform.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/** Whether a request that brings a cookie comes from our own page, or from a program. */
final class SameOrigin {
  /** Values of {@code Sec-Fetch-Site} (W3C Fetch Metadata) that are not another site's doing. */
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private SameOrigin() {}

  static boolean holds(HttpServletRequest request, Settings settings) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = RequestPaths.header(request, "Origin");
    boolean own =
        origin == null
            || Origins.parse(origin).filter(from -> fits(from, request, settings)).isPresent();
    if (!own) {
      RefusedAddresses.logOrigin(request, settings, "");
    }
    return own && (site == null || OWN.contains(site));
  }

  private static boolean fits(URI origin, HttpServletRequest request, Settings settings) {
    return settings
        .url()
        .map(own -> Origins.of(own).equals(Origins.of(origin)))
        .orElseGet(() -> Origins.hostFits(request.getHeader("Host"), origin));
  }
}
