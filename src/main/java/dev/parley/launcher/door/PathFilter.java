package dev.parley.launcher.door;

import java.io.CharConversionException;
import java.io.IOException;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;

/**
 * Refuses paths and names of hosts that Payara fails to read, which it answers with an empty 200,
 * and puts a problem into its empty refusals of others.
 */
final class PathFilter extends BaseFilter {
  private static final int CLIENT_ERRORS = 400;

  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    if (context.getMessage() instanceof HttpContent part
        && part.getHttpHeader() instanceof HttpRequestPacket request
        && !isReadable(request)) {
      request.getProcessingState().setError(true); // ends the connection: its body is not read
      context.write(Refusal.of(CLIENT_ERRORS).in(request.getResponse()));
      request.getProcessingState().getHttpContext().close();
      return context.getStopAction();
    }
    return context.getInvokeAction();
  }

  /** What is read here is kept by the request, and not read again. */
  private static boolean isReadable(HttpRequestPacket request) {
    try {
      request.getRequestURIRef().getDecodedRequestURIBC();
      return request.serverName().getLength() > 0 && request.getMethod() != Method.CONNECT;
    } catch (CharConversionException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException bad) {
      return false;
    }
  }

  @Override
  public NextAction handleWrite(FilterChainContext context) {
    if (context.getMessage() instanceof HttpContent part
        && part.getHttpHeader() instanceof HttpResponsePacket response
        && isEmptyRefusal(part, response)) {
      context.setMessage(Refusal.of(response.getStatus()).in(response));
    }
    return context.getInvokeAction();
  }

  private static boolean isEmptyRefusal(HttpContent part, HttpResponsePacket response) {
    return response.getStatus() >= CLIENT_ERRORS
        && !response.isCommitted()
        && part.isLast()
        && !part.getContent().hasRemaining()
        && response.getRequest().getMethod() != Method.HEAD;
  }
}
