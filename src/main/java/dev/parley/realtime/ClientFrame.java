package dev.parley.realtime;

import dev.parley.platform.InvalidInputException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One frame from a client: the fields of all operations, of which each uses some.
 *
 * @param op what to do
 * @param id counted up by the client; with it the frame gets exactly one reply
 * @param rooms of {@code hello}: the rev at which the client stands in each room, by room
 */
record ClientFrame(
    @Nullable String op,
    @Nullable Long id,
    @Nullable String epoch,
    @Nullable Map<Long, Long> rooms,
    @Nullable Long room,
    @Nullable String cid,
    @Nullable String text,
    @Nullable Long replyTo,
    @Nullable Long seq,
    @Nullable Long rev,
    @Nullable Long before,
    @Nullable Long after,
    @Nullable Long around,
    @Nullable Integer limit,
    @Nullable String emoji,
    @Nullable Boolean on,
    @Nullable String ticket) {
  /** Bytes of the largest frame. */
  static final int MAX_BYTES = 65_536;

  /** Bytes of the largest frame before and with {@code hello}. */
  static final int MAX_BYTES_BEFORE_HELLO = 8_192;

  /** The rooms of {@code hello}; none where it names none. */
  Map<Long, Long> roomsOrNone() {
    return rooms == null ? Map.of() : rooms;
  }

  /**
   * The room, for operations that need one.
   *
   * @throws InvalidInputException if there is none
   */
  long roomId() {
    return required("room", room);
  }

  /**
   * The message's number, for operations that need one.
   *
   * @throws InvalidInputException if there is none
   */
  long messageSeq() {
    return required("seq", seq);
  }

  /**
   * A text field, for operations that need it.
   *
   * @throws InvalidInputException if it is not there
   */
  static String required(String field, @Nullable String value) {
    if (value == null) {
      throw new InvalidInputException(field, "not_null", "must not be null");
    }
    return value;
  }

  private static long required(String field, @Nullable Long value) {
    if (value == null || value < 0) {
      throw new InvalidInputException(field, "not_null", "must be a whole number from 0");
    }
    return value;
  }
}
