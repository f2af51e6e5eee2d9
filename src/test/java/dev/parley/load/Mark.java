package dev.parley.load;

import java.nio.charset.StandardCharsets;

/**
 * What stands in the text of each message: who wrote it, its number and when it was due. A row of
 * {@value #ROW} tildes goes before it, so whoever looks for it looks at one byte in {@value #ROW}.
 */
final class Mark {
  /** A mark that was found. */
  interface Listener {
    /**
     * Is told of one.
     *
     * @param writer place in the room
     * @param number 1 for the writer's first message
     * @param due µs, by the generator's clock
     */
    void found(int writer, int number, long due);
  }

  private static final int ROW = 64;
  private static final int WRITER = 5;
  private static final int NUMBER = 8;
  private static final int DUE = 12;

  /** Bytes of a mark with its row. */
  static final int LENGTH = ROW + 1 + WRITER + NUMBER + DUE;

  private Mark() {}

  /** A mark with nothing filled in. */
  static String blank() {
    return "~".repeat(ROW) + "^" + "0".repeat(WRITER + NUMBER + DUE);
  }

  /** Fills in the mark that begins at {@code at}. */
  static void fill(byte[] bytes, int at, int writer, int number, long due) {
    int digits = at + ROW + 1;
    write(bytes, digits, WRITER, writer);
    write(bytes, digits + WRITER, NUMBER, number);
    write(bytes, digits + WRITER + NUMBER, DUE, due);
  }

  /** Tells of each mark that lies between two places. */
  static void find(byte[] bytes, int from, int to, Listener listener) {
    for (int at = from; at < to; at += ROW) {
      if (bytes[at] == '~') {
        while (at < to && bytes[at] == '~') {
          at++;
        }
        int digits = at + 1;
        int end = digits + WRITER + NUMBER + DUE;
        if (end > to || bytes[at] != '^') {
          throw new IllegalStateException(
              "no mark: " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
        listener.found(
            (int) read(bytes, digits, WRITER),
            (int) read(bytes, digits + WRITER, NUMBER),
            read(bytes, digits + WRITER + NUMBER, DUE));
        at = end - ROW;
      }
    }
  }

  /**
   * Where to cut a text of which more is to come, so that no mark is cut.
   *
   * @return less than two marks before the end
   */
  static int cut(byte[] bytes, int from, int to) {
    int at = Math.max(from, to - LENGTH + 1);
    while (at < to && bytes[at] != '~') {
      at++;
    }
    while (at > from && at < to && bytes[at - 1] == '~') {
      at--;
    }
    return at;
  }

  /** Writes a number with leading zeros. */
  static void write(byte[] bytes, int at, int digits, long value) {
    long rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** Reads a number with leading zeros. */
  static long read(byte[] bytes, int at, int digits) {
    long value = 0;
    for (int i = at; i < at + digits; i++) {
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }
}
