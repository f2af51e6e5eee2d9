package dev.parley.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Web origins (RFC 6454): scheme, host and port. */
public final class Origins {
  private Origins() {}

  /**
   * The http or https address that a text is, if it is one with nothing that an origin or a base
   * path cannot have.
   */
  public static Optional<URI> parse(String text) {
    try {
      var uri = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      boolean plain =
          uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
      return web && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * The origin of an address in its one written form: lower case, without the scheme's own port.
   */
  public static String of(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    return scheme + "://" + authority(address, scheme);
  }

  /** Whether a {@code Host} header names this address. */
  public static boolean hostFits(@Nullable String host, URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    return host != null
        && parse(scheme + "://" + host)
            .map(uri -> authority(uri, scheme))
            .filter(authority(address, scheme)::equals)
            .isPresent();
  }

  private static String authority(URI address, String scheme) {
    int usual = scheme.equals("https") ? 443 : 80;
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return address.getPort() == -1 || address.getPort() == usual
        ? host
        : host + ":" + address.getPort();
  }
}
