package dev.parley.realtime;

import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledExecutorService;
import org.glassfish.tyrus.core.ProtocolHandler;
import org.glassfish.tyrus.core.TyrusRemoteEndpoint;
import org.glassfish.tyrus.core.TyrusSession;
import org.glassfish.tyrus.core.TyrusWebSocket;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * A socket of Tyrus, which Payara has, written to below the standard API: that encodes a text anew
 * for each receiver and sets a timer with each send. Tyrus writes one buffer after the other,
 * whoever brings it, so a message never ends up inside another.
 */
final class TyrusWire implements Wire {
  private static final Logger LOG = System.getLogger(TyrusWire.class.getName());

  /**
   * In the place of the executor on which a session sets its timer for idle sockets: anew with each
   * frame that comes in, and even where it is off, as it is here. For each of them the executor
   * notes the context of the thread, for which it looks through every jar.
   */
  private static final Object NO_TIMER =
      Proxy.newProxyInstance(
          TyrusWire.class.getClassLoader(),
          new Class<?>[] {ScheduledExecutorService.class},
          (self, method, arguments) -> null);

  private final Writer writer;
  private final Wire standard;

  private TyrusWire(Writer writer, Wire standard) {
    this.writer = writer;
    this.standard = standard;
  }

  /**
   * Finds the way to the socket of a session that is open.
   *
   * @param standard closes it
   * @throws ReflectiveOperationException when this Tyrus is another than the one that is known here
   * @throws ClassCastException when the session is not one of Tyrus
   */
  static Wire of(Session session, Wire standard) throws ReflectiveOperationException {
    field(TyrusSession.class, "service").set(session, NO_TIMER);
    var remote = (TyrusRemoteEndpoint) session.getAsyncRemote();
    Object socket = field(TyrusRemoteEndpoint.class, "webSocket").get(remote);
    Object protocol = field(TyrusWebSocket.class, "protocolHandler").get(socket);
    var writer = (Writer) field(ProtocolHandler.class, "writer").get(protocol);
    return writer == null ? standard : new TyrusWire(writer, standard);
  }

  private static Field field(Class<?> owner, String name) throws ReflectiveOperationException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  @Override
  public void send(WireText text, Runnable done) {
    try {
      writer.write(text.message(), new Sent(done));
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "A socket was gone before a send.", e);
    }
  }

  @Override
  public void close(Closing why) {
    standard.close(why);
  }

  /** Hears that a buffer is out, and of nothing where the socket is gone. */
  private static final class Sent extends CompletionHandler<ByteBuffer> {
    private final Runnable done;

    Sent(Runnable done) {
      this.done = done;
    }

    @Override
    public void completed(ByteBuffer buffer) {
      done.run();
    }
  }
}
