package dev.parley.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** All sockets, on one selector and one thread, with one buffer to read into. */
final class Loop implements AutoCloseable {
  private static final int BUFFER = 512 * 1024; // the largest text that is sent, several times

  /** What owns a socket. */
  interface Peer {
    /** Does what the socket is ready for; one that fails is to close itself. */
    void ready(SelectionKey key) throws IOException;

    /** The socket failed. */
    void failed(IOException failure);
  }

  private final Selector selector;
  private final byte[] bytes = new byte[BUFFER];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes);

  Loop() throws IOException {
    selector = Selector.open();
  }

  /** Time in µs since whenever. */
  static long micros() {
    return System.nanoTime() / 1_000;
  }

  void add(SocketChannel channel, int interest, Peer peer) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, interest, peer);
  }

  Selector selector() {
    return selector;
  }

  /** An empty buffer on {@link #bytes}, for use until the peer returns. */
  ByteBuffer buffer() {
    return buffer.clear();
  }

  /** What is in the buffer. */
  byte[] bytes() {
    return bytes;
  }

  /** Waits for at most so long, and serves what is ready then. */
  void serve(long millis) {
    try {
      if (millis > 0) {
        selector.select(Loop::serve, millis);
      } else {
        selector.selectNow(Loop::serve);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(SelectionKey key) {
    var peer = (Peer) key.attachment();
    try {
      peer.ready(key);
    } catch (IOException e) {
      peer.failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
