package dev.parley.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** One connection on which the same request is made again as soon as it is answered. */
final class HttpCall implements Loop.Peer {
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(US_ASCII);

  private final Loop loop;
  private final InetSocketAddress server;
  private final byte[] request;
  private SocketChannel channel;
  private byte[] rest = {};
  private Latencies latencies = new Latencies();
  private long asked;
  private long failures;

  HttpCall(Loop loop, InetSocketAddress server, byte[] request) throws IOException {
    this.loop = loop;
    this.server = server;
    this.request = request;
    this.channel = connect();
  }

  private SocketChannel connect() throws IOException {
    var fresh = SocketChannel.open();
    fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
    loop.add(fresh, SelectionKey.OP_CONNECT, this);
    fresh.connect(server);
    return fresh;
  }

  /** A request with a token and perhaps a body. */
  static byte[] request(String method, String path, String token, String body) {
    return ("%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
        .formatted(method, path, token, body.length(), body)
        .getBytes(US_ASCII);
  }

  /** From now on the times are kept here. */
  void count(Latencies into) {
    latencies = into;
  }

  /** Answers that were not of the kind 2xx, and broken connections. */
  long failures() {
    return failures;
  }

  void close() throws IOException {
    channel.close();
  }

  @Override
  public void ready(SelectionKey key) throws IOException {
    if (key.isConnectable() && channel.finishConnect()) {
      key.interestOps(SelectionKey.OP_READ);
      ask();
    } else if (key.isReadable()) {
      read();
    }
  }

  @Override
  public void failed(IOException failure) {
    failures++;
  }

  private void ask() throws IOException {
    asked = Loop.micros();
    channel.write(ByteBuffer.wrap(request)); // fits into the socket's buffer, which is empty
  }

  private void read() throws IOException {
    ByteBuffer buffer = loop.buffer().put(rest);
    if (channel.read(buffer) < 0) {
      channel.close();
      throw new IOException("cut");
    }
    buffer.flip();
    if (isWhole(buffer)) {
      latencies.add(Loop.micros() - asked);
      failures += buffer.get(9) == '2' ? 0 : 1; // HTTP/1.1 200
      rest = new byte[0];
      askAgain(head(buffer));
    } else {
      rest = new byte[buffer.remaining()];
      buffer.get(rest);
    }
  }

  private void askAgain(String head) throws IOException {
    if (head.contains("\r\nconnection: close\r\n")) {
      channel.close();
      channel = connect();
    } else {
      ask();
    }
  }

  /** The status line and headers, in lower case; empty while they are not whole. */
  private String head(ByteBuffer buffer) {
    String text = new String(loop.bytes(), 0, Math.min(buffer.limit(), 4_096), US_ASCII);
    int end = text.indexOf(END_OF_HEAD);
    return end < 0 ? "" : text.substring(0, end + 2).toLowerCase(Locale.ROOT);
  }

  /** Only one answer is under way, so it ends where the bytes end. */
  private boolean isWhole(ByteBuffer buffer) {
    String head = head(buffer);
    if (head.isEmpty()) {
      return false;
    }
    int length = head.indexOf("\r\ncontent-length: ");
    if (length >= 0) {
      int from = length + "\r\ncontent-length: ".length();
      return buffer.limit()
          == head.length() + 2 + Integer.parseInt(head.substring(from, head.indexOf("\r\n", from)));
    }
    int tail = buffer.limit() - LAST_CHUNK.length;
    return tail > 0 && ByteBuffer.wrap(LAST_CHUNK).equals(buffer.slice(tail, LAST_CHUNK.length));
  }
}
