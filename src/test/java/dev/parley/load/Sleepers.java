package dev.parley.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Connections that read and throw away, until they fall asleep. Not thread-safe. */
final class Sleepers {
  private static final int RECEIVE_BUFFER = 4_096; // bytes, of one who sleeps
  private static final long PATIENCE = 30_000_000; // µs for one to come in

  private final Loop loop;
  private final InetSocketAddress server;
  private final List<Socket> sockets = new ArrayList<>();

  Sleepers(Loop loop, InetSocketAddress server) {
    this.loop = loop;
    this.server = server;
  }

  /** One comes in, awake. */
  void come(String token) throws IOException {
    var socket = new Socket(loop, server, token, (bytes, from, to) -> {});
    sockets.add(socket);
    long end = Loop.micros() + PATIENCE;
    while (!socket.isOpen()) {
      if (socket.isClosed() || Loop.micros() > end) {
        throw new IllegalStateException("A socket did not open: " + socket.end());
      }
      loop.serve(10);
    }
  }

  /** Tells the server that they are there, while they are awake. */
  void pong() {
    sockets.forEach(Socket::pong);
  }

  /** From now on nobody reads. */
  void fallAsleep() throws IOException {
    for (Socket socket : sockets) {
      socket.sleep(RECEIVE_BUFFER);
    }
  }

  /** Leaves. */
  void leave() {
    sockets.forEach(socket -> socket.close("left"));
    loop.serve(1);
  }
}
