package dev.parley.launcher.door;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;

/**
 * Puts a problem in the place of the empty answer to what the codec of HTTP cannot read.
 *
 * <p>The codec tells of it, writes its answer at once, past the filters behind it, and closes.
 */
final class UnreadableFilter extends BaseFilter {
  private static final Attribute<HttpResponsePacket> REFUSED =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("parley.refused");

  /** Listens to the codec. */
  HttpProbe probe() {
    return new HttpProbe.Adapter() {
      @Override
      @SuppressWarnings("rawtypes") // as in the interface
      public void onErrorEvent(Connection connection, HttpPacket packet, Throwable failure) {
        if (packet instanceof HttpRequestPacket request && !request.getResponse().isCommitted()) {
          REFUSED.set(connection, request.getResponse());
        }
      }
    };
  }

  @Override
  public NextAction handleWrite(FilterChainContext context) {
    HttpResponsePacket answer = REFUSED.remove(context.getConnection());
    if (answer != null && context.getMessage() instanceof Buffer empty) {
      empty.tryDispose();
      context.setMessage(Refusal.of(answer.getStatus()).asWritten());
    }
    return context.getInvokeAction();
  }
}
