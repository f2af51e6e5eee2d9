package dev.parley.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A WebSocket client (RFC 6455) that may do what a well-behaved one cannot. */
public final class RawSocket implements AutoCloseable {
  public static final int TEXT = 0x1;
  public static final int CONTINUATION = 0x0;
  private static final int CLOSE = 0x8;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int ABNORMAL = 1006;

  private final Socket socket;
  private final DataInputStream in;
  private final int status;
  private boolean writable = true;

  private RawSocket(URI server, Map<String, String> headers) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(15_000);
    in = new DataInputStream(socket.getInputStream());
    var request = new StringBuilder("GET /realtime HTTP/1.1\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    status = Integer.parseInt(line().split(" ")[1]);
    while (!line().isEmpty()) {
      // headers of the answer: nobody asks for them
    }
  }

  /** Sends a handshake and reads the answer's head. */
  public static RawSocket open(URI server, Map<String, String> more) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Host", server.getAuthority());
    headers.put("Upgrade", "websocket");
    headers.put("Connection", "Upgrade");
    headers.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    headers.put("Sec-WebSocket-Version", "13");
    headers.put("Sec-WebSocket-Protocol", "parley.v1");
    headers.putAll(more);
    try {
      return new RawSocket(server, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The HTTP status of the handshake: 101, or a refusal. */
  public int status() {
    return status;
  }

  /** Sends one WebSocket frame. */
  public void frame(int opcode, boolean last, byte[] payload) {
    header(opcode, last, payload.length);
    write(payload);
  }

  /** Sends a part of what {@link #header} promised. */
  public void payload(byte[] bytes) {
    write(bytes);
  }

  /** Whether the server took what was sent last. */
  public boolean isWritable() {
    return writable;
  }

  /** Promises a frame of this length, of which nothing follows. The mask is zero. */
  public void header(int opcode, boolean last, long length) {
    var header = new ByteArrayOutputStream();
    header.write((last ? FINAL : 0) | opcode);
    if (length < 126) {
      header.write(MASKED | (int) length);
    } else if (length < 1 << 16) {
      header.write(MASKED | 126);
      append(header, length, 2);
    } else {
      header.write(MASKED | 127);
      append(header, length, 8);
    }
    append(header, 0, 4);
    write(header.toByteArray());
  }

  /**
   * Reads on until a message has this text in it; one that never comes fails the test.
   *
   * @return bytes of the messages that were read
   */
  public long awaitText(String part) {
    long read = 0;
    try {
      while (true) {
        in.readUnsignedByte();
        byte[] message = in.readNBytes(length());
        read += message.length;
        if (new String(message, StandardCharsets.UTF_8).contains(part)) {
          return read;
        }
      }
    } catch (IOException e) {
      throw new AssertionError(part + " did not come.", e);
    }
  }

  /** Reads on until the server closes, and returns its code; 1006 where it gives none. */
  public int awaitClose() {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0x0f;
        byte[] payload = in.readNBytes(length());
        if (opcode == CLOSE) {
          return payload.length < 2 ? ABNORMAL : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
        }
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("The server did not close.", e);
    } catch (EOFException | java.net.SocketException e) {
      return ABNORMAL;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte();
    return length < 126
        ? length
        : length == 126 ? in.readUnsignedShort() : Math.toIntExact(in.readLong());
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private void write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      writable = false; // the server has closed: awaitClose tells why
    }
  }

  private static void append(ByteArrayOutputStream to, long number, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      to.write((int) (number >>> shift) & 0xff);
    }
  }
}
