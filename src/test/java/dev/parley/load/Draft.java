package dev.parley.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** One writer's message as a frame, made once: only the digits in it change. Not thread-safe. */
final class Draft {
  private static final long FIRST_ID = 100_000_000; // so that all ids have as many digits
  static final int DIGITS = 9; // of an id

  private final byte[] frame;
  private final int writer;
  private final int idAt;
  private final int cidAt;
  private final int markAt;
  private int number;

  /**
   * The messages of one writer.
   *
   * @param writer place in the room
   * @param padding characters of the text besides those that are looked for
   */
  Draft(long room, int writer, int padding) {
    this.writer = writer;
    String id = "#".repeat(DIGITS);
    String cid = "*".repeat(DIGITS);
    frame =
        Frames.text(
            "{\"op\":\"send\",\"id\":%s,\"room\":%d,\"cid\":\"%s-%s\",\"text\":\"%s%s\"}"
                .formatted(
                    id,
                    room,
                    Long.toString(System.nanoTime(), 36),
                    cid,
                    Mark.blank(),
                    "x".repeat(padding)));
    String text = new String(frame, US_ASCII);
    idAt = text.indexOf(id);
    cidAt = text.indexOf(cid);
    markAt = text.indexOf(Mark.blank());
  }

  /** The id of the message that was last made. */
  long id() {
    return FIRST_ID + number;
  }

  /** The next message. The bytes are good until the one after it. */
  ByteBuffer next(long due) {
    number++;
    Mark.write(frame, idAt, DIGITS, id());
    Mark.write(frame, cidAt, DIGITS, number);
    Mark.fill(frame, markAt, writer, number, due);
    return ByteBuffer.wrap(frame);
  }
}
