package dev.parley.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire to a server, for tests of what happens when it breaks. Whoever uses {@link #address} talks
 * to the server through it.
 */
public final class Wire implements AutoCloseable {
  private enum State {
    WHOLE,
    ANSWERS_LOST,
    CUT
  }

  private final URI server;
  private final ServerSocket entrance;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile State state = State.WHOLE;

  private Wire(URI server) throws IOException {
    this.server = server;
    entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  public static Wire to(URI server) {
    try {
      var wire = new Wire(server);
      daemon(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of this end of the wire, such as {@code http://localhost:40123/}. */
  public URI address() {
    return URI.create("http://localhost:" + entrance.getLocalPort() + "/");
  }

  /** Breaks all connections and lets none through. */
  public void cut() {
    state = State.CUT;
    ends.forEach(Wire::hangUp);
  }

  /** What is said still reaches the server; what it answers gets lost. */
  public void loseAnswers() {
    state = State.ANSWERS_LOST;
  }

  public void mend() {
    state = State.WHOLE;
  }

  @Override
  public void close() {
    cut();
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        connect(entrance.accept());
      } catch (IOException e) {
        if (state != State.CUT) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void connect(Socket near) throws IOException {
    ends.add(near);
    if (state == State.CUT) {
      hangUp(near);
      return;
    }
    var far = new Socket(server.getHost(), server.getPort());
    ends.add(far);
    daemon(() -> pass(near, far, false));
    daemon(() -> pass(far, near, true));
  }

  private void pass(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[16_384];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (!answers || state != State.ANSWERS_LOST) {
          out.write(buffer, 0, count);
        }
      }
    } catch (IOException e) {
      hangUp(from); // one side has gone, so does the other
    } finally {
      hangUp(to);
      ends.remove(from);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }
}
