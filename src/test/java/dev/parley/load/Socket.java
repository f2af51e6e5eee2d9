package dev.parley.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** A WebSocket that says hello by itself and hands on what it is told. Not thread-safe. */
final class Socket implements Loop.Peer {
  /** What a socket hears. */
  interface Listener {
    /**
     * A text lies between two places, or a piece of a long one that cuts no mark; the array is good
     * until this returns.
     */
    void text(byte[] bytes, int from, int to);
  }

  private enum State {
    CONNECTING,
    UPGRADING,
    GREETING,
    OPEN,
    CLOSED
  }

  private static final byte[] HELLO =
      Frames.text("{\"op\":\"hello\",\"id\":1,\"client\":\"load\"}");
  private static final byte[] PONG = Frames.text("{\"op\":\"pong\"}");
  private static final byte[] NOTHING = {};
  private static final int SHORT = 4_096; // bytes of a text that is kept until all has come

  private final Loop loop;
  private final SocketChannel channel = SocketChannel.open();
  private final byte[] upgrade;
  private final Listener listener;
  private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
  private byte[] rest = NOTHING; // of what has come, at most a short text
  private int kind; // of the frame that is read
  private int unread; // bytes of its payload
  private State state = State.CONNECTING;
  private String end = "";

  /** Begins to connect. */
  Socket(Loop loop, InetSocketAddress server, String token, Listener listener) throws IOException {
    this.loop = loop;
    this.listener = listener;
    this.upgrade =
        """
        GET /realtime HTTP/1.1
        Host: localhost:%d
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Protocol: parley.v1
        Authorization: Bearer %s

        """
            .replace("\n", "\r\n")
            .formatted(server.getPort(), token)
            .getBytes(US_ASCII);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    loop.add(channel, SelectionKey.OP_CONNECT, this);
    channel.connect(server);
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  /** Why it is closed. */
  String end() {
    return end;
  }

  /** Says that it is there. */
  void pong() {
    send(ByteBuffer.wrap(PONG));
  }

  /**
   * From now on reads nothing, and does not even learn that it is closed.
   *
   * @param receiveBuffer bytes that the system takes meanwhile, as far as it can
   */
  void sleep(int receiveBuffer) throws IOException {
    channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    channel.keyFor(loop.selector()).interestOps(0);
  }

  /** Sends now what can be sent now, and the rest as soon as it can be. */
  void send(ByteBuffer frame) {
    try {
      if (unsent.isEmpty()) {
        channel.write(frame);
      }
      if (frame.hasRemaining()) {
        unsent.add(ByteBuffer.allocate(frame.remaining()).put(frame).flip());
        channel.keyFor(loop.selector()).interestOpsOr(SelectionKey.OP_WRITE);
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  @Override
  public void ready(SelectionKey key) throws IOException {
    if (key.isConnectable() && channel.finishConnect()) {
      key.interestOps(SelectionKey.OP_READ);
      state = State.UPGRADING;
      channel.write(ByteBuffer.wrap(upgrade)); // a new socket takes some KiB at once
    } else if (key.isReadable()) {
      read();
    }
    if (key.isValid() && key.isWritable()) {
      flush(key);
    }
  }

  @Override
  public void failed(IOException failure) {
    close(String.valueOf(failure.getMessage()));
  }

  void close(String why) {
    if (state != State.CLOSED) {
      end = why;
      state = State.CLOSED;
      try {
        channel.close();
      } catch (IOException e) {
        end = why + ", " + e.getMessage();
      }
    }
  }

  private void flush(SelectionKey key) throws IOException {
    while (!unsent.isEmpty()) {
      channel.write(unsent.element());
      if (unsent.element().hasRemaining()) {
        return;
      }
      unsent.remove();
    }
    key.interestOpsAnd(~SelectionKey.OP_WRITE);
  }

  private void read() throws IOException {
    ByteBuffer buffer = loop.buffer().put(rest);
    if (channel.read(buffer) < 0) {
      close("the connection was cut");
      return;
    }
    buffer.flip();
    if (state != State.UPGRADING || isUpgraded(buffer)) {
      frames(buffer);
    }
    rest =
        buffer.hasRemaining() && state != State.CLOSED
            ? Arrays.copyOfRange(loop.bytes(), buffer.position(), buffer.limit())
            : NOTHING;
  }

  private boolean isUpgraded(ByteBuffer buffer) {
    String head = new String(loop.bytes(), 0, buffer.limit(), US_ASCII);
    int end = head.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    if (!head.startsWith("HTTP/1.1 101 ")) {
      close(head.substring(0, head.indexOf('\r')));
      return false;
    }
    buffer.position(end + 4);
    state = State.GREETING;
    send(ByteBuffer.wrap(HELLO));
    return true;
  }

  /**
   * Takes frames out of the buffer. A long text is handed on in pieces, so that nobody keeps it: of
   * a thousand sockets that get half of one each, the halves would be more than the heap.
   */
  private void frames(ByteBuffer buffer) {
    while (buffer.hasRemaining()) {
      if (unread == 0 && !begins(buffer)) {
        return;
      }
      int from = buffer.position();
      int to = unread <= buffer.remaining() ? from + unread : cut(from, buffer.limit());
      if (to == from && unread > 0) {
        return;
      }
      unread -= to - from;
      buffer.position(to);
      take(from, to);
    }
  }

  /** Reads the header of a frame; tells whether it has come. */
  private boolean begins(ByteBuffer buffer) {
    int begin = buffer.position();
    kind = buffer.get() & 0x0f;
    int length = buffer.hasRemaining() ? length(buffer) : -1;
    if (length < 0) {
      buffer.position(begin);
      return false;
    }
    unread = length;
    return true;
  }

  /** Where the piece of a text ends that can be handed on before the rest has come. */
  private int cut(int from, int limit) {
    return kind == Frames.TEXT && unread > SHORT ? Mark.cut(loop.bytes(), from, limit) : from;
  }

  private void take(int from, int to) {
    if (kind == Frames.CLOSE) {
      close(new String(loop.bytes(), from + 2, Math.max(0, to - from - 2), US_ASCII));
    } else if (kind == Frames.TEXT) {
      text(from, to);
    }
  }

  /** The first text is the answer to hello: nothing comes before it. */
  private void text(int from, int to) {
    if (state == State.OPEN) {
      listener.text(loop.bytes(), from, to);
    } else if (unread == 0) {
      state = State.OPEN;
    }
  }

  /** The length of a frame's payload; -1 where it has not come yet. */
  private static int length(ByteBuffer buffer) {
    int length = buffer.get() & 0x7f;
    if (length == 126) {
      return buffer.remaining() < 2 ? -1 : buffer.getShort() & 0xffff;
    }
    if (length == 127) {
      return buffer.remaining() < 8 ? -1 : Math.toIntExact(buffer.getLong());
    }
    return length;
  }
}
