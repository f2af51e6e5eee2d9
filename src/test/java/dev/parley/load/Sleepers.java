package dev.parley.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Connections that say hello, read the answer and then read nothing more. Not thread-safe. */
final class Sleepers {
  private static final int RECEIVE_BUFFER = 4_096; // bytes
  private static final long PATIENCE = 30_000_000; // µs for one to come in

  private final Loop loop;
  private final InetSocketAddress server;
  private final List<Socket> sockets = new ArrayList<>();

  Sleepers(Loop loop, InetSocketAddress server) {
    this.loop = loop;
    this.server = server;
  }

  /** Comes in and falls asleep. */
  void come(String token) throws IOException {
    var socket = new Socket(loop, server, token, (bytes, from, to) -> {}, RECEIVE_BUFFER);
    sockets.add(socket);
    long end = Loop.micros() + PATIENCE;
    while (!socket.isOpen()) {
      if (socket.isClosed() || Loop.micros() > end) {
        throw new IllegalStateException("A socket did not open: " + socket.end());
      }
      loop.serve(10);
    }
    socket.sleep();
  }

  /** Leaves. */
  void leave() {
    sockets.forEach(socket -> socket.close("left"));
    loop.serve(1);
  }
}
