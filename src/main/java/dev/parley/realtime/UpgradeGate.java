package dev.parley.realtime;

import static java.util.Collections.emptyEnumeration;

import dev.parley.platform.RequestPaths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a wish to upgrade be heard at the path of the socket alone, written as it is documented;
 * elsewhere it is ignored, as RFC 9110, section 7.8 allows.
 *
 * <p>Servers read the path of a handshake in ways of their own: another spelling would go past
 * {@link SocketGate}, and one that is no URI makes Payara fail.
 */
public class UpgradeGate extends HttpFilter {
  /** What servers know a handshake by: WildFly by the one, Payara by the other. */
  private static final Set<String> SIGNS = Set.of("upgrade", "sec-websocket-key");

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean heard =
        isForTheSocket(request) || SIGNS.stream().allMatch(sign -> request.getHeader(sign) == null);
    chain.doFilter(heard ? request : withoutUpgrade(request), response);
  }

  private static boolean isForTheSocket(HttpServletRequest request) {
    return RequestPaths.asSent(request).equals(request.getContextPath() + SocketGate.PATH);
  }

  private static HttpServletRequest withoutUpgrade(HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public @Nullable String getHeader(String name) {
        return isSign(name) ? null : super.getHeader(name);
      }

      @Override
      public Enumeration<String> getHeaders(String name) {
        return isSign(name) ? emptyEnumeration() : super.getHeaders(name);
      }

      /** Without a length there is no body (RFC 9112, section 6.3); Payara waits for one. */
      @Override
      public ServletInputStream getInputStream() throws IOException {
        boolean none = getContentLengthLong() < 0 && getHeader("Transfer-Encoding") == null;
        return none ? new NoBody() : super.getInputStream();
      }
    };
  }

  private static boolean isSign(String header) {
    return SIGNS.contains(header.toLowerCase(Locale.ROOT));
  }
}
