package dev.parley.realtime;

import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
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

  /**
   * Bytes that Grizzly queues before it says that it is full; the text that goes beyond is the last
   * one. By itself it takes four times the socket's send buffer, which the system makes megabytes
   * large, copies it for each reader and calls it sent.
   */
  private static final int GRIZZLY_QUEUES = 16 * 1024;

  /**
   * Bytes that the system may hold for a socket, of which Linux makes twice as many. By itself it
   * grows to megabytes for a reader who reads nothing, and a thousand of them use up what there is
   * for the sockets of all.
   */
  private static final int SYSTEM_HOLDS = 128 * 1024;

  /** Bytes beyond which Grizzly keeps an array until the next one of the kind, and not a copy. */
  private static final int LARGE = 8 * 1024;

  private final Writer writer;
  private final Runnable forgetLast;
  private final Wire standard;

  private TyrusWire(Writer writer, Runnable forgetLast, Wire standard) {
    this.writer = writer;
    this.forgetLast = forgetLast;
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
    var remote = (TyrusRemoteEndpoint) session.getAsyncRemote();
    Object socket = field(TyrusRemoteEndpoint.class, "webSocket").get(remote);
    Object protocol = field(TyrusWebSocket.class, "protocolHandler").get(socket);
    var writer = (Writer) field(ProtocolHandler.class, "writer").get(protocol);
    if (writer == null) {
      return standard;
    }
    Object request = request(writer);
    Runnable forgetLast = forgettingLast(request);
    Object connection = call(call(request, "getContext"), "getConnection");
    Class<?> kind = connection.getClass();
    kind.getMethod("setMaxAsyncWriteQueueSize", int.class).invoke(connection, GRIZZLY_QUEUES);
    limitWhatTheSystemHolds((SocketChannel) call(connection, "getChannel"));
    field(TyrusSession.class, "service").set(session, NO_TIMER);
    return new TyrusWire(writer, forgetLast, standard);
  }

  private static void limitWhatTheSystemHolds(SocketChannel socket) {
    try {
      socket.setOption(StandardSocketOptions.SO_SNDBUF, SYSTEM_HOLDS);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A socket was gone before it was open.", e);
    }
  }

  /** Grizzly's request of the handshake, from which the servlet container hides a socket. */
  private static Object request(Writer writer) throws ReflectiveOperationException {
    Field handler = field(writer.getClass(), "tyrusHttpUpgradeHandler");
    Method upgrade = handler.getType().getDeclaredMethod("getWebConnection"); // of CDI's proxy
    upgrade.setAccessible(true);
    Object upgraded = upgrade.invoke(handler.get(writer));
    return call(field(upgraded.getClass(), "request").get(upgraded), "getCoyoteRequest");
  }

  /**
   * Makes Grizzly let go of the array that was written last: the answer to {@code hello} of ten
   * thousand who come back at once is a gigabyte.
   */
  private static Runnable forgettingLast(Object request) throws ReflectiveOperationException {
    Object output = call(call(request, "getResponse"), "getOutputBuffer");
    Object last = field(output.getClass().getSuperclass(), "temporaryWriteBuffer").get(output);
    Method recycle = last.getClass().getMethod("recycle");
    recycle.setAccessible(true);
    return () -> {
      try {
        recycle.invoke(last);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static Object call(Object object, String method) throws ReflectiveOperationException {
    return object.getClass().getMethod(method).invoke(object);
  }

  private static Field field(Class<?> owner, String name) throws ReflectiveOperationException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  @Override
  public void send(WireText text, Runnable done) {
    Runnable next = text.bytes() < LARGE ? done : () -> forgetThen(done);
    try {
      writer.write(text.message(), new Sent(next));
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "A socket was gone before a send.", e);
    }
  }

  /** Tyrus tells of the end of a write before it begins another. */
  private void forgetThen(Runnable done) {
    forgetLast.run();
    done.run();
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
