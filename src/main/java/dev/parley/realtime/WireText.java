package dev.parley.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.Json;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One or more frames of the protocol as they go out: encoded once, however many receive them.
 * Immutable and thread-safe.
 */
final class WireText {
  /** Bytes that frames are joined up to; a larger single frame goes alone. */
  static final int MAX_JOINED = 64 * 1024;

  // RFC 6455, section 5.2: a whole message of text, which a server sends without a mask
  private static final byte FIN_AND_TEXT = (byte) 0x81;
  private static final byte LENGTH_IN_2_BYTES = 126;
  private static final byte LENGTH_IN_8_BYTES = 127;

  private final byte[] message; // the header of a WebSocket message, then the text in UTF-8
  private final int start;
  private @Nullable String text; // decoded where it is asked for; whoever comes first is right

  private WireText(byte[] message, int start) {
    this.message = message;
    this.start = start;
  }

  static WireText of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** Writes a frame. */
  static WireText frame(Object frame) {
    return of(Json.bytes(frame));
  }

  private static WireText of(byte[] utf8) {
    return of(utf8.length, out -> out.put(utf8));
  }

  private static WireText of(int bytes, Consumer<ByteBuffer> text) {
    byte[] header = header(bytes);
    byte[] message = new byte[header.length + bytes];
    text.accept(ByteBuffer.wrap(message).put(header));
    return new WireText(message, header.length);
  }

  private static byte[] header(int bytes) {
    if (bytes < LENGTH_IN_2_BYTES) {
      return new byte[] {FIN_AND_TEXT, (byte) bytes};
    }
    byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(bytes).array();
    return bytes <= 0xFFFF
        ? new byte[] {FIN_AND_TEXT, LENGTH_IN_2_BYTES, length[2], length[3]}
        : new byte[] {
          FIN_AND_TEXT, LENGTH_IN_8_BYTES, 0, 0, 0, 0, length[0], length[1], length[2], length[3]
        };
  }

  /** Of the text, in UTF-8. */
  int bytes() {
    return message.length - start;
  }

  String text() {
    String known = text;
    if (known == null) {
      known = new String(message, start, bytes(), UTF_8);
      text = known;
    }
    return known;
  }

  /** A WebSocket message as it goes over the network; not to be written to. */
  ByteBuffer message() {
    return ByteBuffer.wrap(message);
  }

  /** Joins frames, in order, into texts that may go out at once. */
  static List<WireText> joined(List<WireText> frames) {
    var texts = new ArrayList<WireText>();
    int first = 0;
    int bytes = 0;
    for (int i = 0; i < frames.size(); i++) {
      int more = frames.get(i).bytes() + 1; // and the line feed between two
      if (i > first && bytes + more > MAX_JOINED) {
        texts.add(join(frames.subList(first, i)));
        first = i;
        bytes = 0;
      }
      bytes += i > first ? more : more - 1;
    }
    if (first < frames.size()) {
      texts.add(join(frames.subList(first, frames.size())));
    }
    return List.copyOf(texts);
  }

  /** Joins at least one frame, however large that gets. */
  static WireText join(List<WireText> frames) {
    if (frames.size() == 1) {
      return frames.get(0);
    }
    int bytes = frames.stream().mapToInt(WireText::bytes).sum() + frames.size() - 1;
    return of(bytes, out -> frames.forEach(frame -> frame.appendTo(out)));
  }

  private void appendTo(ByteBuffer out) {
    out.put(message, start, bytes());
    if (out.hasRemaining()) {
      out.put((byte) '\n');
    }
  }
}
