package dev.parley.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/**
 * WebSocket frames (RFC 6455, section 5.2) of a client. They are masked with zeros, which leaves
 * the bytes as they are: what a mask protects from is not between the two processes here.
 */
final class Frames {
  static final int TEXT = 1;
  static final int CLOSE = 8;

  private static final int MASKED = 0x80;
  private static final int SHORT = 126;

  private Frames() {}

  /** The bytes of a text. */
  static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  /** A frame with a text of up to 65,535 ASCII characters. */
  static byte[] text(String text) {
    byte[] payload = ascii(text);
    var frame = ByteBuffer.allocate(payload.length + 8).put((byte) (0x80 | TEXT));
    if (payload.length < SHORT) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | SHORT)).putShort((short) payload.length);
    }
    frame.putInt(0).put(payload);
    byte[] bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }
}
