package dev.parley.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** An HTTP client that may send what a well-behaved one cannot. */
public final class RawHttp {
  private static final int PATIENCE_MS = 15_000;

  private RawHttp() {}

  /**
   * Sends the text as it is.
   *
   * @return the version and the status of the answer, such as {@code HTTP/1.1 200}; nothing where
   *     the server hung up
   */
  public static String send(URI server, String request) {
    return send(server, request, "HTTP/1.1 200".length());
  }

  /**
   * Sends the text as it is.
   *
   * @return the whole answer, up to where the server hangs up
   */
  public static String answer(URI server, String request) {
    return send(server, request, Integer.MAX_VALUE);
  }

  /** Sends the text as it is and leaves it at that. */
  public static Socket begin(URI server, String request) {
    try {
      var socket = new Socket(server.getHost(), server.getPort());
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String send(URI server, String request, int length) {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readNBytes(length), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the text as it is and breaks the connection off, without reading an answer. */
  public static void sendAndBreakOff(URI server, String request) {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoLinger(true, 0); // closed by a reset
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
