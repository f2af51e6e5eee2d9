package dev.parley.realtime;

import dev.parley.platform.Origins;
import dev.parley.platform.Problem;
import dev.parley.platform.ProblemPage;
import dev.parley.platform.ProblemType;
import dev.parley.platform.Problems;
import dev.parley.platform.RefusedAddresses;
import dev.parley.platform.RequestPaths;
import dev.parley.platform.Settings;
import dev.parley.session.Access;
import dev.parley.session.Doorkeeper;
import dev.parley.session.SignedIn;
import dev.parley.session.TicketService;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a handshake in or refuses it, before the upgrade: a foreign origin with 403, a bad ticket or
 * token with 401.
 */
public class SocketGate extends HttpFilter {
  static final String PATH = "/realtime";
  static final String PROTOCOL = "parley.v1";
  private static final String TICKET = "ticket.";
  private static final long serialVersionUID = 1L;

  @Inject transient Settings settings;
  @Inject transient TicketService tickets;
  @Inject transient Doorkeeper doorkeeper;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    List<String> protocols = protocols(request);
    if (!isHandshake(request) || !protocols.contains(PROTOCOL)) {
      refuse(
          response,
          Problem.of(
              ProblemType.BAD_REQUEST, "Open a WebSocket with the subprotocol " + PROTOCOL + "."));
    } else if (!isFromHere(request)) {
      RefusedAddresses.logOrigin(
          request, settings, settings.origins().isEmpty() ? "" : " or one of parley.origins");
      refuse(
          response,
          Problem.of(ProblemType.FORBIDDEN, "Sockets are opened from this server's own page."));
    } else {
      admit(request, response, chain, protocols);
    }
  }

  private void admit(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      List<String> protocols)
      throws IOException, ServletException {
    Optional<SignedIn> who;
    try {
      who = proof(request, protocols);
    } catch (RuntimeException e) { // a refusal, or a database that is away
      refuse(response, Problems.of(e));
      return;
    }
    if (who.isEmpty()) {
      refuse(response, Problems.of(HttpServletResponse.SC_UNAUTHORIZED));
    } else {
      chain.doFilter(signedIn(request, who.get()), response);
    }
  }

  /** What is none makes the server fail after it was let in, and not answer with a refusal. */
  private static boolean isHandshake(HttpServletRequest request) {
    String connection = String.valueOf(request.getHeader("Connection"));
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
        && connection.toLowerCase(Locale.ROOT).contains("upgrade")
        && isReadable(request.getQueryString());
  }

  private static boolean isReadable(@Nullable String query) {
    try {
      return query == null || new URI("?" + query).getRawQuery() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Optional<SignedIn> proof(HttpServletRequest request, List<String> protocols) {
    if (request.getHeader("Authorization") != null) {
      return doorkeeper.admit(request, request::getUserPrincipal).map(Access::signedIn);
    }
    return protocols.stream()
        .filter(protocol -> protocol.startsWith(TICKET))
        .findFirst()
        .flatMap(protocol -> tickets.redeem(protocol.substring(TICKET.length())));
  }

  /**
   * A browser says where the page comes from that opens the socket; a program with a token need
   * not.
   */
  private boolean isFromHere(HttpServletRequest request) {
    String origin = RequestPaths.header(request, "Origin");
    if (origin == null) {
      return request.getHeader("Authorization") != null;
    }
    return Origins.parse(origin).map(uri -> isAllowed(Origins.of(uri), request)).orElse(false);
  }

  private boolean isAllowed(String origin, HttpServletRequest request) {
    boolean own =
        settings
            .url()
            .map(url -> Origins.of(url).equals(origin))
            .orElseGet(() -> isOwnHost(origin, request.getHeader("Host")));
    return own || settings.origins().contains(origin);
  }

  private static boolean isOwnHost(String origin, String host) {
    return Origins.parse(origin).map(uri -> Origins.hostFits(host, uri)).orElse(false);
  }

  private static List<String> protocols(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .toList();
  }

  private static HttpServletRequest signedIn(HttpServletRequest request, SignedIn who) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public Principal getUserPrincipal() {
        return new SocketPrincipal(who);
      }
    };
  }

  private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
    ProblemPage.write(response, problem);
  }
}
