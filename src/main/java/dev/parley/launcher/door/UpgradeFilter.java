package dev.parley.launcher.door;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;
import org.glassfish.grizzly.http.HttpRequestPacket;

/**
 * Ignores a wish to upgrade where there is no socket, as RFC 9110, section 7.8 allows.
 *
 * <p>Payara takes everything behind such a request for its body, and a resource that looks for one
 * waits for as long as a connection may be silent. Java's own HTTP client wishes for HTTP/2 with
 * its first request to a server.
 */
final class UpgradeFilter extends BaseFilter {
  private static final String SOCKET = "/realtime";

  /** The codec tells of it before it decides how to read the body. */
  @Override
  public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
    if (event instanceof IncomingHttpUpgradeEvent upgrade
        && upgrade.getHttpHeader() instanceof HttpRequestPacket request
        && !request.getRequestURI().endsWith(SOCKET)) {
      request.getUpgradeDC().recycle();
      request.setIgnoreContentModifiers(false);
    }
    return context.getInvokeAction();
  }
}
