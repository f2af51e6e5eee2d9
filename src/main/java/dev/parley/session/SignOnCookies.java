package dev.parley.session;

import dev.parley.platform.Settings;
import dev.parley.provider.CodeFlow;
import dev.parley.provider.SignOnRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cookies that a browser takes along to the identity provider and brings back, by which it is
 * known to be the one that went. Each of its tabs that is on its way has one, named after the
 * beginning of its state. They come back from another site, so they are not strict.
 *
 * @param path the paths that they go to
 * @param secure whether they go over TLS alone
 * @param brought what the browser has sent, by name, the oldest first as browsers have it (RFC
 *     6265, section 5.4)
 */
record SignOnCookies(String path, boolean secure, Map<String, String> brought) {
  static final String PREFIX = "parley_sign_on_";

  /** How many tabs may be on their way: all their cookies come in the headers of one request. */
  static final int MOST = 4;

  private static final int STATE_LENGTH = 8;
  private static final Pattern NAME =
      Pattern.compile(PREFIX + "[A-Za-z0-9_-]{" + STATE_LENGTH + "}");

  static SignOnCookies of(HttpServletRequest request, Settings settings) {
    RefreshCookie refresh = RefreshCookie.of(request, settings);
    return new SignOnCookies(refresh.path() + "/sign-on", refresh.secure(), brought(request));
  }

  /** What the browser was given for a state; empty where it brings nothing of the kind. */
  String sealed(String state) {
    return brought.getOrDefault(name(state), "");
  }

  /** The cookie of one more tab, and of too many the oldest taken away. */
  NewCookie[] with(SignOnRequest way) {
    Stream<NewCookie> tooOld =
        brought.keySet().stream()
            .limit(Math.max(0, brought.size() + 1 - MOST))
            .map(name -> cookie(name).cleared());
    NewCookie own = cookie(name(way.state())).holding(way.sealed(), CodeFlow.PATIENCE);
    return Stream.concat(Stream.of(own), tooOld).toArray(NewCookie[]::new);
  }

  /** The cookie for a state taken away, if it was brought; other tabs are still on their way. */
  NewCookie[] without(String state) {
    return Stream.of(name(state))
        .filter(brought::containsKey)
        .map(name -> cookie(name).cleared())
        .toArray(NewCookie[]::new);
  }

  private HttpOnlyCookie cookie(String name) {
    return new HttpOnlyCookie(name, path, secure, SameSite.LAX);
  }

  private static String name(String state) {
    return PREFIX + state.substring(0, Math.min(STATE_LENGTH, state.length()));
  }

  /** In the order of the header, which WildFly's list of cookies does not keep. */
  private static Map<String, String> brought(HttpServletRequest request) {
    String header = String.join(";", Collections.list(request.getHeaders("Cookie")));
    var brought = new LinkedHashMap<String, String>();
    Stream.of(Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0]))
        .filter(cookie -> NAME.matcher(cookie.getName()).matches())
        .sorted(Comparator.comparingInt(cookie -> header.indexOf(cookie.getName() + "=")))
        .forEach(cookie -> brought.putIfAbsent(cookie.getName(), cookie.getValue()));
    return brought;
  }
}
